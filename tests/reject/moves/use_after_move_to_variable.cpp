// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

u8 rename(Vec<u8> name)
{
    Vec<u8> kept = move(name);
    kept.clear();
    return name[0]; // expect-error: [keel-use-after-move]
}
