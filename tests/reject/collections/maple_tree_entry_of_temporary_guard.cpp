// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 read(const MapleTree<Box<u32>>& tree)
{
    u32& entry = tree.lock().get(3).value(); // expect-error: [keel-dangling]
    return entry;
}
