// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

usize rename(Vec<u8> name)
{
    Vec<u8> kept = move(name);
    kept.clear();
    return name.len(); // expect-error: [keel-use-after-move]
}
