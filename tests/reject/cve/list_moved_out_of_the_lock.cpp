// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

struct Node { u32 key; };
struct Inner { Vec<Box<Node>> death_list; };
usize release(const SpinLock<Inner>& inner)
{
    auto i = inner.lock();
    Vec<Box<Node>> taken = move(i->death_list); // expect-error: [keel-move-from-borrow]
    return taken.len();
}
