// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/per_cpu.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
struct Hits;
void count()
{
    const auto mine = StaticPerCpu<Atomic<u64>, Hits>::local();
    sleep(Duration::millis(1)); // expect-error: [keel-atomic-context]
    mine->inc();
}
