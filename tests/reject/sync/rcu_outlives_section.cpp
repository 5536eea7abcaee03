// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
using namespace keel;
u32 late(const RcuPtr<u32>& pointer)
{
    Option<const u32&> seen;
    {
        const auto section = rcu::read();
        seen = pointer.get(section); // expect-error: [keel-dangling]
    }
    return seen.value();
}
