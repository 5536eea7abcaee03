// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/percpu_counter.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Stats {
    PercpuCounter bytes;
};

void parts_add_up(Test& test)
{
    auto made = Box<Stats>::init(GFP_KERNEL,
                                 [](Init<Stats>& init) -> Stats { return {.bytes = PercpuCounter::start(init, 5)}; });
    if (!made.ok())
        return;
    const Box<Stats> stats = made.take();
    KEEL_EXPECT(test, stats->bytes.sum() == 5 && stats->bytes.estimate() == 5);
    const SpinLock<int> lock;
    {
        const auto held = lock.lock_irqsave();
        for (int i = 0; i < 1'000; i++)
            stats->bytes.add(3);
        stats->bytes.inc();
        stats->bytes.dec();
    }
    KEEL_EXPECT(test, stats->bytes.sum() == 3'005 && stats->bytes.estimate() >= 5 && stats->bytes.estimate() <= 3'005);
}

} // namespace

KEEL_SUITE(percpu_counter_suite, "sync/percpu_counter", KEEL_CASE(parts_add_up));
