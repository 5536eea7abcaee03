// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

Box<u32> adopt(u32* raw)
{
    return Box<u32>::from_raw(raw); // expect-error: [keel-unsafe-op]
}
