// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/task/delayed_work.hpp>
#include <keel/task/thread.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>

using namespace keel;
using test::Test;

namespace {

/// Counts its rounds, each after a wake or a while.
struct Counter {
    Arc<Atomic<u32>> ended;
    Atomic<u32> rounds {0};
    Atomic<i64> pause_millis {1};
    Completion round {};
    Thread<Counter> thread;

    static Counter make(Init<Counter>& init, const Arc<Atomic<u32>>& ended, const ThreadOptions& options)
    {
        return {.ended = ended.clone(), .thread = Thread<Counter>::start<&Counter::count>(init, options)};
    }

    void count(const ThisThread& self) const
    {
        while (self.wait(Duration::millis(pause_millis.load(Relaxed)))) {
            rounds.inc();
            round.complete();
        }
        ended->inc();
    }
};

/// Returns at once.
struct Short {
    Completion came {};
    Thread<Short> thread;

    void run(const ThisThread& self) const
    {
        if (self.goes_on())
            came.complete();
    }
};

/// Its work comes when one of its threads has gone, and does to that what can be done. The other one is slow to end.
struct Survivor {
    Arc<Atomic<u32>> calls;
    DelayedWork<Survivor> late;
    Thread<Survivor> slow;
    Thread<Survivor> thread;

    static Survivor make(Init<Survivor>& init, const Arc<Atomic<u32>>& calls)
    {
        return {.calls = calls.clone(),
                .late = DelayedWork<Survivor>::idle<&Survivor::disturb>(init),
                .slow = Thread<Survivor>::start<&Survivor::linger>(init, {.name = "keel_slow"}),
                .thread = Thread<Survivor>::start<&Survivor::run>(init, {.name = "keel_survived"})};
    }

    void linger(const ThisThread& self) const
    {
        run(self);
        sleep(Duration::millis(400));
    }
    void run(const ThisThread& self) const
    {
        while (self.wait(Duration::secs(3'600)))
            ;
    }
    void disturb() const
    {
        thread.wake();
        thread.park();
        thread.unpark();
        calls->inc();
    }
};

Result<Box<Counter>> counter(const Arc<Atomic<u32>>& ended, const ThreadOptions& options)
{
    return Box<Counter>::init(GFP_KERNEL,
                              [&](Init<Counter>& init) -> Counter { return Counter::make(init, ended, options); });
}

void a_thread_runs_until_its_object_goes(Test& test)
{
    auto ended = Arc<Atomic<u32>>::create(GFP_KERNEL, 0u);
    if (!ended.ok())
        return;
    const auto ends = ended.take();
    auto made = counter(ends, {.name = "keel_test"});
    if (!made.ok())
        return;
    Box<Counter> c = made.take();
    c->round.wait();
    c->round.wait();
    KEEL_EXPECT(test, c->rounds.load(Relaxed) >= 2 && ends->load(Relaxed) == 0);
    c.reset();
    KEEL_EXPECT(test, ends->load(Relaxed) == 1);
}

void a_wake_ends_the_wait(Test& test)
{
    auto ended = Arc<Atomic<u32>>::create(GFP_KERNEL, 0u);
    if (!ended.ok())
        return;
    const auto ends = ended.take();
    auto made = counter(ends, {.name = "keel_test", .cpu = 0u});
    if (!made.ok())
        return;
    const Box<Counter> c = made.take();
    c->round.wait();
    c->pause_millis.store(3'600'000, Relaxed);
    sleep(Duration::millis(20));
    const u32 before = c->rounds.load(Relaxed);
    c->thread.wake();
    while (c->rounds.load(Relaxed) == before)
        sleep(Duration::millis(1));
    KEEL_EXPECT(test, ends->load(Relaxed) == 0);
}

void a_parked_thread_stands_still(Test& test)
{
    auto ended = Arc<Atomic<u32>>::create(GFP_KERNEL, 0u);
    if (!ended.ok())
        return;
    const auto ends = ended.take();
    auto made = counter(ends, {.name = "keel_test"});
    if (!made.ok())
        return;
    Box<Counter> c = made.take();
    c->round.wait();
    c->thread.park();
    c->thread.park();
    const u32 rounds = c->rounds.load(Relaxed);
    sleep(Duration::millis(20));
    KEEL_EXPECT(test, c->rounds.load(Relaxed) == rounds);
    c->thread.unpark();
    c->thread.unpark();
    while (c->rounds.load(Relaxed) == rounds)
        sleep(Duration::millis(1));
    c->thread.park();
    c.reset();
    KEEL_EXPECT(test, ends->load(Relaxed) == 1);
}

void a_function_that_returned_is_no_trouble(Test& test)
{
    auto made = Box<Short>::init(GFP_KERNEL, [](Init<Short>& init) -> Short {
        return {.thread = Thread<Short>::start<&Short::run>(init, {.name = "keel_short"})};
    });
    if (!made.ok())
        return;
    Box<Short> s = made.take();
    s->came.wait();
    sleep(Duration::millis(5));
    s->thread.wake();
    s->thread.park();
    s->thread.unpark();
    s.reset();
    KEEL_EXPECT(test, s.is_empty());
}

void work_may_outlive_the_thread_that_it_wakes(Test& test)
{
    auto counted = Arc<Atomic<u32>>::create(GFP_KERNEL, 0u);
    if (!counted.ok())
        return;
    const auto calls = counted.take();
    auto made = Box<Survivor>::init(GFP_KERNEL, [&](Init<Survivor>& init) { return Survivor::make(init, calls); });
    if (!made.ok())
        return;
    Box<Survivor> s = made.take();
    s->late.queue_after(Duration::millis(200));
    s.reset();
    KEEL_EXPECT(test, calls->load(Relaxed) == 1);
}

void a_cpu_that_is_not_there_is_an_error(Test& test)
{
    auto ended = Arc<Atomic<u32>>::create(GFP_KERNEL, 0u);
    if (!ended.ok())
        return;
    const auto ends = ended.take();
    auto made = counter(ends, {.name = "keel_test", .cpu = 1'000'000u});
    KEEL_EXPECT(test, !made.ok() && (made.error() == EINVAL || made.error() == ENOMEM));
}

} // namespace

KEEL_SUITE(thread_suite, "task/thread", KEEL_CASE(a_thread_runs_until_its_object_goes), KEEL_CASE(a_wake_ends_the_wait),
           KEEL_CASE(a_parked_thread_stands_still), KEEL_CASE(a_function_that_returned_is_no_trouble),
           KEEL_CASE(work_may_outlive_the_thread_that_it_wakes), KEEL_CASE(a_cpu_that_is_not_there_is_an_error));
