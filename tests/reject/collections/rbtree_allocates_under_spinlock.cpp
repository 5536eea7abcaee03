// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> add(const SpinLock<RbTree<u32, u32>>& tree)
{
    auto t = tree.lock();
    TRY(t->insert(1, 2, GFP_KERNEL)); // expect-error: [keel-atomic-context]
    return {};
}
