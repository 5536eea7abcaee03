// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> read(const MapleTree<Box<u32>>& tree)
{
    auto locked = tree.lock();
    auto cursor = locked.cursor();
    u32& entry = *cursor;
    Box<u32> taken = TRY(cursor.remove()); // expect-error: [keel-exclusive]
    return entry + *taken;
}
