// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

void flush(const Option<u32>& slot)
{
    slot.reset(); // expect-error: 'this' argument to member function 'reset' has type
}
