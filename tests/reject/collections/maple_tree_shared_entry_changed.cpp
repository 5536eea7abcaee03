// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void change(const MapleTree<Arc<u32>>& tree)
{
    auto locked = tree.lock();
    locked.get(3).value() = 5; // expect-error: cannot assign
}
