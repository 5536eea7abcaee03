// SPDX-License-Identifier: GPL-2.0
// A Box is freed at once, whoever looks at it: a tree of them is read under its lock.
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/rcu_shared.hpp>
using namespace keel;
bool there(const MapleTree<Box<u32>>& tree)
{
    const auto section = rcu::read();
    return tree.get(3, section).is_some(); // expect-error: constraints not satisfied
}
