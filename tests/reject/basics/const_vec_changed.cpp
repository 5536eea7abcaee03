// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

void flush(const Vec<u8>& text)
{
    text.clear(); // expect-error: 'this' argument to member function 'clear' has type
}
