// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 read(const MapleTree<Box<u32>>& tree)
{
    Option<u32&> entry;
    {
        auto locked = tree.lock();
        entry = locked.get(3); // expect-error: [keel-dangling]
    }
    return entry.value();
}
