// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/per_cpu.hpp>
#include <keel/task/thread.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Count = Atomic<u64>;

u64 sum(const PerCpu<Count>& counts)
{
    u64 all = 0;
    counts.for_each([&all](const Count& count) { all += count.load(Relaxed); });
    return all;
}

/// Counts on the CPU that it is bound to.
struct Bound {
    PerCpu<Count> counts;
    Completion done {};
    Thread<Bound> thread;

    static Bound make(Init<Bound>& init, u32 cpu)
    {
        return {.counts = init.take(PerCpu<Count>::create()),
                .thread = Thread<Bound>::start<&Bound::count>(init, {.name = "keel_cpu", .cpu = cpu})};
    }

    void count(const ThisThread&) const
    {
        for (int i = 0; i < 1'000; i++)
            counts.local()->inc();
        done.complete();
    }
};

void each_cpu_has_its_own(Test& test)
{
    auto made = PerCpu<Count>::create();
    if (!made.ok())
        return;
    const PerCpu<Count> counts = made.take();
    KEEL_EXPECT(test, sum(counts) == 0);
    for (int i = 0; i < 10; i++)
        counts.local()->inc();
    KEEL_EXPECT(test, sum(counts) == 10 && (*counts.local()).load(Relaxed) <= 10);
    KEEL_EXPECT(test, counts.on(0).is_some() && counts.on(1'000'000).is_none());
}

void a_bound_thread_counts_on_its_cpu(Test& test)
{
    for (u32 cpu = 0; cpu < 2; cpu++) {
        auto made = Box<Bound>::init(GFP_KERNEL, [cpu](Init<Bound>& init) -> Bound { return Bound::make(init, cpu); });
        if (!made.ok())
            return;
        const Box<Bound> bound = made.take();
        bound->done.wait();
        KEEL_EXPECT(test, sum(bound->counts) == 1'000);
        KEEL_EXPECT(test, bound->counts.on(cpu).value().load(Relaxed) == 1'000);
    }
}

struct Hits;
using hits = StaticPerCpu<Count, Hits>;
struct Misses;
using misses = StaticPerCpu<Count, Misses>;

void static_variables_need_no_memory(Test& test)
{
    const auto all = [] {
        u64 sum = 0;
        hits::for_each([&sum](const Count& count) { sum += count.load(Relaxed); });
        return sum;
    };
    const u64 before = all();
    hits::local()->inc();
    hits::local()->inc();
    misses::local()->inc();
    KEEL_EXPECT(test, all() == before + 2);
    KEEL_EXPECT(test, hits::on(0).is_some() && hits::on(1'000'000).is_none());
}

} // namespace

KEEL_SUITE(per_cpu_suite, "sync/per_cpu", KEEL_CASE(each_cpu_has_its_own), KEEL_CASE(a_bound_thread_counts_on_its_cpu),
           KEEL_CASE(static_variables_need_no_memory));
