// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

u32 hidden(Box<u32> value)
{
    Box<u32> taken = static_cast<Box<u32>&&>(value); // expect-error: [keel-unsafe-op]
    return *taken + *value; // expect-error: [keel-use-after-move]
}
