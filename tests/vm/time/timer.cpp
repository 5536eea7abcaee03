// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/task/work.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/timer.hpp>

using namespace keel;
using test::Test;

namespace {

/// Ticks, and is rearmed by itself or by work that it queues: no order of the two members is the right one.
struct Ticker {
    Atomic<u32> ticks {0};
    Atomic<u32> again {0};
    Completion ticked {};
    Timer<Ticker> timer;
    Work<Ticker> rearm;

    static Ticker init(Init<Ticker>& init)
    {
        return {.timer = Timer<Ticker>::idle<&Ticker::tick>(init),
                .rearm = Work<Ticker>::idle<&Ticker::arm_again>(init)};
    }

    void tick() const
    {
        ticks.inc();
        if (again.load(Relaxed) > ticks.load(Relaxed)) {
            timer.arm(Duration());
            rearm.queue();
        }
        ticked.complete();
    }

    void arm_again() const { timer.arm(Duration()); }
};

Result<Box<Ticker>> ticker() { return Box<Ticker>::init(GFP_KERNEL, Ticker::init); }

void an_armed_timer_ticks_once(Test& test)
{
    auto made = ticker();
    if (!made.ok())
        return;
    const Box<Ticker> t = made.take();
    const Jiffies start = Jiffies::now();
    KEEL_EXPECT(test, !t->timer.is_pending() && !t->timer.arm(Duration::millis(20)));
    t->ticked.wait();
    KEEL_EXPECT(test, start.elapsed().duration() >= Duration::millis(20) && t->ticks.load(Relaxed) == 1);
    sleep(Duration::millis(30));
    KEEL_EXPECT(test, t->ticks.load(Relaxed) == 1 && !t->timer.is_pending());
}

void arming_again_changes_the_time(Test& test)
{
    auto made = ticker();
    if (!made.ok())
        return;
    const Box<Ticker> t = made.take();
    KEEL_EXPECT(test, !t->timer.arm(Duration::secs(3'600)) && t->timer.is_pending());
    KEEL_EXPECT(test, t->timer.arm_at(Jiffies::now()));
    t->ticked.wait();
    KEEL_EXPECT(test, t->ticks.load(Relaxed) == 1);
}

void a_disarmed_timer_does_not_tick(Test& test)
{
    auto made = ticker();
    if (!made.ok())
        return;
    const Box<Ticker> t = made.take();
    t->timer.arm(Duration::secs(3'600));
    KEEL_EXPECT(test, t->timer.cancel() && !t->timer.cancel());
    t->timer.arm(Duration::secs(3'600));
    KEEL_EXPECT(test, t->timer.disarm() && !t->timer.disarm() && !t->timer.is_pending());
    KEEL_EXPECT(test, t->ticks.load(Relaxed) == 0);
}

void the_end_stops_the_circle(Test& test)
{
    auto made = ticker();
    if (!made.ok())
        return;
    Box<Ticker> t = made.take();
    t->again.store(~0u, Relaxed);
    t->timer.arm(Duration());
    for (u32 i = 0; i < 5; i++)
        t->ticked.wait();
    KEEL_EXPECT(test, t->ticks.load(Relaxed) >= 5);
    t.reset();
}

void the_end_disarms(Test& test)
{
    auto made = ticker();
    if (!made.ok())
        return;
    const Box<Ticker> t = made.take();
    t->timer.arm(Duration::secs(3'600));
    KEEL_EXPECT(test, t->timer.is_pending());
}

template <TimerMode mode> struct Bell {
    Atomic<u32> rings {0};
    Timer<Bell, mode> timer;

    static Bell init(Init<Bell>& init) { return {.timer = Timer<Bell, mode>::template idle<&Bell::ring>(init)}; }
    void ring() const { rings.inc(); }
};

template <TimerMode mode> void it_rings(Test& test)
{
    auto made = Box<Bell<mode>>::init(GFP_KERNEL, Bell<mode>::init);
    if (!made.ok())
        return;
    const Box<Bell<mode>> bell = made.take();
    bell->timer.arm(Duration::secs(3'600));
    KEEL_EXPECT(test, bell->timer.is_pending() && bell->timer.arm(Duration::millis(2)));
    while (bell->rings.load(Relaxed) == 0)
        sleep(Duration::millis(1));
    KEEL_EXPECT(test, !bell->timer.cancel() && bell->rings.load(Relaxed) == 1);
}

void a_timer_runs_in_every_mode(Test& test)
{
    it_rings<TimerMode {.pinned = true}>(test);
    it_rings<TimerMode {.irqsafe = true}>(test);
    it_rings<TimerMode {.deferrable = true, .pinned = true}>(test);
}

} // namespace

KEEL_SUITE(timer_suite, "time/timer", KEEL_CASE(an_armed_timer_ticks_once), KEEL_CASE(arming_again_changes_the_time),
           KEEL_CASE(a_disarmed_timer_does_not_tick), KEEL_CASE(the_end_stops_the_circle), KEEL_CASE(the_end_disarms),
           KEEL_CASE(a_timer_runs_in_every_mode));
