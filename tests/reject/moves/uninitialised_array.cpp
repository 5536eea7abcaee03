// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

u8 nth(usize at)
{
    Array<u8, 16> bytes; // expect-error: [keel-uninit]
    return bytes[at];
}
