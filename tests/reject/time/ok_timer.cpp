// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>
using namespace keel;

struct Stats {
    u32 sent;
    u32 lost;
};

class Nic {
public:
    static Nic init(Init<Nic>& init)
    {
        return Nic {.stats_ = {},
                    .reset_ = Work<Nic>::idle<&Nic::reset>(init),
                    .watchdog_ = Timer<Nic>::idle<&Nic::timed_out>(init),
                    .pace_ = HrTimer<Nic, clock::Boottime>::idle<&Nic::send_next>(init)};
    }

    void open() const
    {
        watchdog_.arm(Duration::secs(5));
        pace_.arm(Duration::micros(10));
    }

    SpinLock<Stats> stats_;
    Work<Nic> reset_;
    Timer<Nic> watchdog_;
    HrTimer<Nic, clock::Boottime> pace_;

private:
    void reset() const
    {
        watchdog_.cancel();
        pace_.cancel();
        *stats_.lock_irqsave() = {};
        open();
    }
    void timed_out() const
    {
        auto stats = stats_.lock_irqsave();
        if (++stats->lost > 3)
            reset_.queue();
        else
            watchdog_.arm(Duration::secs(5));
    }
    Option<Duration> send_next() const
    {
        if (stats_.lock_irqsave()->sent++ == 1'000)
            return none;
        return Duration::micros(10);
    }
};

Result<Box<Nic>> probe() { return Box<Nic>::init(GFP_KERNEL, Nic::init); }
