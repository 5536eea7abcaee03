// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 read(const MapleTree<Box<u32>>& tree)
{
    auto locked = tree.lock();
    u32& entry = locked.get(3).value();
    Result<Option<Box<u32>>> taken = locked.erase(3); // expect-error: [keel-exclusive]
    if (taken.ok())
        taken.value().reset();
    return entry;
}
