// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

usize read(const MapleTree<Box<u32>>& tree)
{
    auto cursor = tree.lock().cursor(); // expect-error: [keel-dangling]
    return cursor.at_end() ? 0 : cursor.first();
}
