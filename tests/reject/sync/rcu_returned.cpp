// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
using namespace keel;
const u32& leak(const RcuPtr<u32>& pointer KEEL_LIFETIME_BOUND)
{
    const auto section = rcu::read();
    return pointer.get(section).value(); // expect-error: [keel-dangling]
}
