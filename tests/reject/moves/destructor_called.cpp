// SPDX-License-Identifier: GPL-2.0
// rustc: E0040
#include <keel/prelude.hpp>

using namespace keel;

void close(Box<u32> slot)
{
    slot.~Box(); // expect-error: [keel-unsafe-op]
}
