// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
u32 slow(const RcuPtr<u32>& pointer)
{
    const auto section = rcu::read();
    sleep(Duration::millis(1)); // expect-error: [keel-atomic-context]
    return pointer.get(section).value();
}
void wait_for_oneself(const RcuPtr<u32>&)
{
    const auto section = rcu::read();
    rcu::synchronize(); // expect-error: [keel-atomic-context]
}
