// SPDX-License-Identifier: GPL-2.0
// What is found without the lock may be freed when the section has ended. rustc: E0597
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/rcu_shared.hpp>
using namespace keel;
u32 late(const MapleTree<RcuShared<u32>>& tree)
{
    Option<const u32&> seen;
    {
        const auto section = rcu::read();
        seen = tree.get(3, section); // expect-error: [keel-dangling]
    }
    return seen.value();
}
