// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

bool consume(Box<u32> value);
u32 short_circuit(Box<u32> value, bool wanted)
{
    if (wanted && consume(move(value)))
        return 0;
    return *value; // expect-error: [keel-use-after-move]
}
