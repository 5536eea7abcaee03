// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/completion.hpp>
#include <keel/task/work.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/hrtimer.hpp>

using namespace keel;
using test::Test;

namespace {

/// Beats `beats` times, once each `period` microseconds, on the clock C.
template <class C, HrTimerMode mode = HrTimerMode {}> struct Metronome {
    Atomic<u32> beats {0};
    Atomic<i64> period {1'000};
    Atomic<u32> done {0};
    Completion finished {};
    HrTimer<Metronome, C, mode> timer;
    Work<Metronome> rearm;

    static Metronome init(Init<Metronome>& init)
    {
        return {.timer = HrTimer<Metronome, C, mode>::template idle<&Metronome::beat>(init),
                .rearm = Work<Metronome>::template idle<&Metronome::arm>(init)};
    }

    Option<Duration> beat() const
    {
        done.inc();
        if (done.load(Relaxed) < beats.load(Relaxed)) {
            rearm.queue();
            return Duration::micros(period.load(Relaxed));
        }
        finished.complete();
        return none;
    }

    void arm() const { timer.arm(Duration::micros(period.load(Relaxed))); }
};

template <class C, HrTimerMode mode = HrTimerMode {}> Result<Box<Metronome<C, mode>>> metronome(u32 beats)
{
    auto made = TRY(Box<Metronome<C, mode>>::init(GFP_KERNEL, Metronome<C, mode>::init));
    made->beats.store(beats, Relaxed);
    return made;
}

template <class C, HrTimerMode mode = HrTimerMode {}> void it_beats(Test& test)
{
    auto made = metronome<C, mode>(5);
    if (!made.ok())
        return;
    const Box<Metronome<C, mode>> m = made.take();
    KEEL_EXPECT(test, !m->timer.is_active());
    const auto start = Instant<C>::now();
    m->timer.arm(Duration::millis(2));
    m->finished.wait();
    KEEL_EXPECT(test, start.elapsed() >= Duration::millis(2) && m->done.load(Relaxed) >= 5);
    m->rearm.cancel();
    m->timer.cancel();
    m->beats.store(0, Relaxed);
    m->finished.reinit();
    m->timer.arm_at(Instant<C>::now());
    m->finished.wait();
    m->timer.arm(Duration::secs(-1));
    m->finished.wait();
}

void it_beats_on_every_clock(Test& test)
{
    it_beats<clock::Monotonic>(test);
    it_beats<clock::Boottime>(test);
    it_beats<clock::Realtime>(test);
    it_beats<clock::Tai>(test);
}

void it_beats_in_every_mode(Test& test)
{
    it_beats<clock::Monotonic, HrTimerMode {.soft = true}>(test);
    it_beats<clock::Boottime, HrTimerMode {.pinned = true}>(test);
    it_beats<clock::Realtime, HrTimerMode {.soft = true, .pinned = true}>(test);
}

void cancelled_it_does_not_beat(Test& test)
{
    auto made = metronome<clock::Monotonic>(1);
    if (!made.ok())
        return;
    const auto m = made.take();
    m->timer.arm(Duration::secs(3'600));
    KEEL_EXPECT(test, m->timer.is_active() && m->timer.cancel() && !m->timer.cancel() && !m->timer.is_active());
    KEEL_EXPECT(test, m->done.load(Relaxed) == 0);
}

void the_end_stops_the_circle(Test& test)
{
    auto made = metronome<clock::Monotonic>(~0u);
    if (!made.ok())
        return;
    auto m = made.take();
    m->period.store(100, Relaxed);
    m->timer.arm(Duration());
    while (m->done.load(Relaxed) < 20)
        sleep(Duration::millis(1));
    m.reset();
    KEEL_EXPECT(test, m.is_empty());
}

} // namespace

KEEL_SUITE(hrtimer_suite, "time/hrtimer", KEEL_CASE(it_beats_on_every_clock), KEEL_CASE(it_beats_in_every_mode),
           KEEL_CASE(cancelled_it_does_not_beat), KEEL_CASE(the_end_stops_the_circle));
