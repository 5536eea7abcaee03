// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/rcu_shared.hpp>
using namespace keel;
const u32& leak(const MapleTree<RcuShared<u32>>& tree KEEL_LIFETIME_BOUND)
{
    const auto section = rcu::read();
    auto reader = tree.read(section);
    return *reader; // expect-error: [keel-dangling]
}
