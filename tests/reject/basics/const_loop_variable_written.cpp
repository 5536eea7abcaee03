// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

void clear(const Vec<u8>& text)
{
    for (const u8& byte : text)
        byte = 0; // expect-error: cannot assign to variable 'byte'
}
