// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 first(u32 n)
{
    auto range = RbTree<u32, u32>().range(0, n); // expect-error: [keel-dangling]
    return range.begin() == range.end() ? 0 : n;
}
