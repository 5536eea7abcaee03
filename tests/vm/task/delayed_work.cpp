// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/task/delayed_work.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>

using namespace keel;
using test::Test;

namespace {

/// Polls something, again and again if it is told to. The two members reach each other, so no order is the right one.
struct Poller {
    Mutex<u32> runs;
    Mutex<bool> again;
    DelayedWork<Poller> poll;
    Work<Poller> now;

    static Poller init(Init<Poller>& init)
    {
        return {.runs = {},
                .again = {},
                .poll = DelayedWork<Poller>::idle_on<&Poller::count>(init, SystemQueue::Unbound),
                .now = Work<Poller>::idle<&Poller::hurry>(init)};
    }

    void count() const
    {
        ++*runs.lock();
        if (*again.lock())
            poll.queue_after(Duration::nanos(1));
        now.queue();
    }

    void hurry() const { poll.requeue_after(*again.lock() ? Duration() : Duration::secs(3'600)); }

    u32 count_now() const { return *runs.lock(); }
};

Result<Box<Poller>> poller() { return Box<Poller>::init(GFP_KERNEL, Poller::init); }

void it_waits_before_it_runs(Test& test)
{
    auto made = poller();
    if (!made.ok())
        return;
    const Box<Poller> p = made.take();
    const Jiffies start = Jiffies::now();
    KEEL_EXPECT(test, p->poll.queue_after(Duration::millis(20)) && p->poll.is_pending());
    KEEL_EXPECT(test, !p->poll.queue_after(Duration()) || start.elapsed().duration() >= Duration::millis(20));
    while (p->count_now() == 0)
        sleep(Duration::millis(1));
    KEEL_EXPECT(test, start.elapsed().duration() >= Duration::millis(20));
}

void flush_does_not_wait_for_the_time(Test& test)
{
    auto made = poller();
    if (!made.ok())
        return;
    const Box<Poller> p = made.take();
    KEEL_EXPECT(test, !p->poll.flush());
    p->poll.queue_after(Duration::secs(3'600));
    p->poll.flush(); // says nothing of a function that returned before it could wait
    KEEL_EXPECT(test, p->count_now() == 1);
}

void the_time_can_be_changed(Test& test)
{
    auto made = poller();
    if (!made.ok())
        return;
    const Box<Poller> p = made.take();
    KEEL_EXPECT(test, !p->poll.requeue_after(Duration::secs(3'600)));
    KEEL_EXPECT(test, p->poll.requeue_after(Duration::millis(1)));
    while (p->count_now() == 0)
        sleep(Duration::millis(1));
    KEEL_EXPECT(test, p->count_now() == 1);
}

void cancelled_it_does_not_run(Test& test)
{
    auto made = poller();
    if (!made.ok())
        return;
    const Box<Poller> p = made.take();
    p->poll.queue_after(Duration::secs(3'600));
    KEEL_EXPECT(test, p->poll.cancel() && !p->poll.is_pending() && !p->poll.cancel() && p->count_now() == 0);
}

void the_end_stops_the_wait_and_the_circle(Test& test)
{
    for (const bool again : Array<bool, 2> {false, true}) {
        auto made = poller();
        if (!made.ok())
            return;
        Box<Poller> p = made.take();
        *p->again.lock() = again;
        p->poll.queue_after(again ? Duration() : Duration::secs(3'600));
        while (again && p->count_now() < 5)
            sleep(Duration::millis(1));
        p.reset();
        KEEL_EXPECT(test, p.is_empty());
    }
}

/// On a queue of its own.
struct Own {
    Atomic<u32> runs {0};
    DelayedWork<Own> work;

    static Own init(Init<Own>& init, const Arc<Workqueue>& queue)
    {
        return {.work = DelayedWork<Own>::idle_on<&Own::run>(init, queue.clone())};
    }
    void run() const { runs.inc(); }
};

void a_queue_lives_as_long_as_its_item(Test& test)
{
    auto queue = Workqueue::create({.name = "keel_test_own", .ordered = true});
    if (!queue.ok())
        return;
    auto shared = Arc<Workqueue>::create(GFP_KERNEL, queue.take());
    if (!shared.ok())
        return;
    Arc<Workqueue> mine = shared.take();
    auto made = Box<Own>::init(GFP_KERNEL, [&](Init<Own>& init) { return Own::init(init, mine); });
    if (!made.ok())
        return;
    const Box<Own> own = made.take();
    KEEL_EXPECT(test, own->work.queue_after(Duration::secs(3'600)));
    own->work.flush(); // says nothing of a function that returned before it could wait
    mine->flush();
    KEEL_EXPECT(test, own->runs.load(Relaxed) == 1);
    KEEL_EXPECT(test, !own->work.requeue_after(Duration::secs(3'600)) && own->work.is_pending());
    KEEL_EXPECT(test, own->work.cancel() && own->work.queue_after(Duration::secs(3'600)));
    mine = {}; // the item, armed for later, owns it now
}

} // namespace

KEEL_SUITE(delayed_work_suite, "task/delayed_work", KEEL_CASE(it_waits_before_it_runs),
           KEEL_CASE(flush_does_not_wait_for_the_time), KEEL_CASE(the_time_can_be_changed),
           KEEL_CASE(cancelled_it_does_not_run), KEEL_CASE(the_end_stops_the_wait_and_the_circle),
           KEEL_CASE(a_queue_lives_as_long_as_its_item));
