// SPDX-License-Identifier: GPL-2.0
// As CVE-2025-68260: a list is swapped out under its lock, its nodes are removed without.
// rustc: E0616
#include <keel/prelude.hpp>

using namespace keel;

struct Node { u32 key; };
struct Inner { Vec<Box<Node>> death_list; };
usize release(const SpinLock<Inner>& inner)
{
    return inner.data_.death_list.len(); // expect-error: is a private member
}
