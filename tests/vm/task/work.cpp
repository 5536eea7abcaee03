// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/task/work.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>

using namespace keel;
using test::Test;

namespace {

/// What its items count, and how often they queue themselves again.
struct Counts {
    u32 runs = 0;
    u32 repeats = 0;
};

/// A driver's object with two items that reach each other.
struct Worker {
    Mutex<Counts> counts;
    Work<Worker> item;
    Work<Worker> other;

    static Worker init(Init<Worker>& init)
    {
        return {.counts = {},
                .item = Work<Worker>::idle<&Worker::count>(init),
                .other = Work<Worker>::idle_on<&Worker::stop_item>(init, SystemQueue::Unbound)};
    }

    void count() const
    {
        auto counts = this->counts.lock();
        counts->runs++;
        if (counts->repeats > 0) {
            counts->repeats--;
            item.queue();
        }
    }

    void stop_item() const
    {
        item.cancel();
        counts.lock()->runs += 100;
    }

    u32 runs() const { return counts.lock()->runs; }
};

/// An item that runs elsewhere: `where()` is a SystemQueue, or an Arc of a Workqueue.
struct Elsewhere {
    Atomic<u32> runs;
    Work<Elsewhere> item;

    template <class Where> static Result<Box<Elsewhere>> create(const Where& where)
    {
        return Box<Elsewhere>::init(GFP_KERNEL, [&](Init<Elsewhere>& init) -> Elsewhere {
            return {.runs = {0}, .item = Work<Elsewhere>::idle_on<&Elsewhere::run>(init, where())};
        });
    }
    void run() const { runs.inc(); }
};

/// Counts on after it slept, so that it is running when others come.
struct Slow {
    Arc<Mutex<u32>> ended;
    Work<Slow> item;

    void run() const
    {
        sleep(Duration::millis(20));
        ++*ended->lock();
    }
};

Result<Box<Worker>> worker() { return Box<Worker>::init(GFP_KERNEL, Worker::init); }

void queued_work_runs_once(Test& test)
{
    auto made = worker();
    if (!made.ok())
        return;
    const Box<Worker> w = made.take();
    KEEL_EXPECT(test, !w->item.is_pending() && !w->item.flush() && w->runs() == 0);
    KEEL_EXPECT(test, w->item.queue());
    w->item.flush();
    KEEL_EXPECT(test, w->runs() == 1 && !w->item.is_pending());
    sleep(Duration::millis(2));
    KEEL_EXPECT(test, w->runs() == 1);
}

void every_queue_of_the_system_runs_it(Test& test)
{
    for (const SystemQueue queue :
         Array<SystemQueue, 5> {SystemQueue::PerCpu, SystemQueue::Unbound, SystemQueue::HighPriority, SystemQueue::Long,
                                SystemQueue::Freezable}) {
        auto made = Elsewhere::create([&] { return queue; });
        if (!made.ok())
            return;
        const Box<Elsewhere> e = made.take();
        KEEL_EXPECT(test, e->item.queue());
        e->item.flush();
        KEEL_EXPECT(test, e->runs.load(Relaxed) == 1);
    }
}

void an_item_owns_its_queue(Test& test)
{
    auto queue = Workqueue::create({.name = "keel_test_own"});
    if (!queue.ok())
        return;
    auto shared = Arc<Workqueue>::create(GFP_KERNEL, queue.take());
    if (!shared.ok())
        return;
    Arc<Workqueue> mine = shared.take();
    auto made = Elsewhere::create([&] { return mine.clone(); });
    if (!made.ok())
        return;
    const Box<Elsewhere> e = made.take();
    mine = {}; // the item alone owns it now
    KEEL_EXPECT(test, e->item.queue());
    e->item.flush();
    KEEL_EXPECT(test, e->item.queue_on(0).value());
    e->item.flush();
    KEEL_EXPECT(test, e->runs.load(Relaxed) == 2);
    e->item.queue();
}

void an_empty_queue_is_the_kernels(Test& test)
{
    auto shared = Arc<Workqueue>::create(GFP_KERNEL, Workqueue());
    if (!shared.ok())
        return;
    const Arc<Workqueue> empty = shared.take();
    KEEL_EXPECT(test, empty->is_empty());
    for (const bool no_queue : Array<bool, 2> {false, true}) {
        auto made = Elsewhere::create([&] { return no_queue ? Arc<Workqueue>() : empty.clone(); });
        if (!made.ok())
            return;
        const Box<Elsewhere> e = made.take();
        KEEL_EXPECT(test, e->item.queue());
        e->item.flush();
        KEEL_EXPECT(test, e->runs.load(Relaxed) == 1);
    }
}

void work_queues_itself_again(Test& test)
{
    auto made = worker();
    if (!made.ok())
        return;
    const Box<Worker> w = made.take();
    w->counts.lock()->repeats = 9;
    w->item.queue();
    while (w->runs() < 10)
        w->item.flush();
    KEEL_EXPECT(test, w->runs() == 10);
}

void the_end_stops_work_that_never_ends(Test& test)
{
    auto made = worker();
    if (!made.ok())
        return;
    Box<Worker> w = made.take();
    w->counts.lock()->repeats = ~0u;
    w->item.queue();
    while (w->runs() < 3)
        sleep(Duration::millis(1));
    w->other.queue(); // cancels the first, or is cancelled itself
    w.reset();
    KEEL_EXPECT(test, w.is_empty());
}

void another_thread_cancels(Test& test)
{
    auto made = worker();
    if (!made.ok())
        return;
    const Box<Worker> w = made.take();
    w->counts.lock()->repeats = ~0u;
    w->item.queue();
    w->other.queue();
    w->other.flush();
    const u32 runs = w->runs();
    KEEL_EXPECT(test, runs >= 100 && !w->item.is_pending());
    sleep(Duration::millis(2));
    KEEL_EXPECT(test, w->runs() == runs);
}

void the_end_waits_for_what_runs(Test& test)
{
    auto shared = Arc<Mutex<u32>>::create(GFP_KERNEL, 0u);
    if (!shared.ok())
        return;
    const Arc<Mutex<u32>> ended = shared.take();
    for (const bool let_it_begin : Array<bool, 2> {false, true}) {
        auto made = Box<Slow>::init(GFP_KERNEL, [&](Init<Slow>& init) -> Slow {
            return {.ended = ended.clone(), .item = Work<Slow>::idle<&Slow::run>(init)};
        });
        if (!made.ok())
            return;
        const Box<Slow> slow = made.take();
        slow->item.queue();
        if (let_it_begin)
            while (slow->item.is_pending())
                sleep(Duration::millis(1));
    }
    // What had begun ended before its object did.
    KEEL_EXPECT(test, *ended->lock() >= 1);
}

void cancelled_work_does_not_run(Test& test)
{
    auto made = worker();
    if (!made.ok())
        return;
    const Box<Worker> w = made.take();
    w->item.queue();
    const bool was_queued = w->item.cancel();
    const u32 runs = w->runs();
    KEEL_EXPECT(test, runs == (was_queued ? 0 : 1) && !w->item.cancel());
    sleep(Duration::millis(2));
    KEEL_EXPECT(test, w->runs() == runs);
    KEEL_EXPECT(test, w->item.queue());
    w->item.flush();
    KEEL_EXPECT(test, w->runs() == runs + 1);
}

void work_runs_on_a_cpu(Test& test)
{
    auto made = worker();
    if (!made.ok())
        return;
    const Box<Worker> w = made.take();
    KEEL_EXPECT(test, w->item.queue_on(1u << 20).error() == EINVAL && !w->item.is_pending());
    KEEL_EXPECT(test, w->item.queue_on(0).value());
    w->item.flush();
    KEEL_EXPECT(test, w->runs() == 1);
}

} // namespace

KEEL_SUITE(work_suite, "task/work", KEEL_CASE(queued_work_runs_once), KEEL_CASE(every_queue_of_the_system_runs_it),
           KEEL_CASE(an_item_owns_its_queue), KEEL_CASE(an_empty_queue_is_the_kernels),
           KEEL_CASE(work_queues_itself_again), KEEL_CASE(the_end_stops_work_that_never_ends),
           KEEL_CASE(another_thread_cancels), KEEL_CASE(the_end_waits_for_what_runs),
           KEEL_CASE(cancelled_work_does_not_run), KEEL_CASE(work_runs_on_a_cpu));
