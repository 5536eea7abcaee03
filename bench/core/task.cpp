// SPDX-License-Identifier: GPL-2.0
#include "core.hpp"

#include <keel/sync/atomic.hpp>
#include <keel/sync/per_cpu.hpp>
#include <keel/sync/static_key.hpp>
#include <keel/task/work.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>

using namespace keel;

namespace {

struct Worker {
    Atomic<usize> runs;
    Work<Worker> work;

    void count() const { runs.inc(); }
};

struct Alarm {
    Atomic<usize> rings;
    Timer<Alarm> timer;

    void ring() const { rings.inc(); }
};

struct Beat {
    Atomic<usize> beats;
    HrTimer<Beat> timer;

    Option<Duration> beat() const
    {
        beats.inc();
        return none;
    }
};

struct Count;
struct Switch;

void queue_flush(const Box<Worker>& worker, usize times)
{
    while (times--) {
        worker->work.queue();
        worker->work.flush();
    }
}

/// Each time at another tick, as it is in use: at the same one it would be one comparison.
void timer_arm(const Box<Alarm>& alarm, usize times)
{
    const Jiffies now = Jiffies::now();
    for (usize n = 0; n < times; n++)
        alarm->timer.arm_at(now + Duration::secs((n & 1) == 0 ? 1'000 : 2'000));
}

void hrtimer_arm(const Beat& beat, usize times)
{
    const Duration soon = Duration::secs(1'000), later = Duration::secs(2'000);
    for (usize n = 0; n < times; n++)
        beat.timer.arm((n & 1) == 0 ? soon : later);
}

void per_cpu_inc(usize&, usize times)
{
    while (times--)
        StaticPerCpu<Atomic<u64>, Count>::local()->inc();
}

void static_key(usize& switched_on, usize times)
{
    while (times--)
        if (StaticKey<Switch>::is_on())
            switched_on++;
}

} // namespace

Result<void> measure_task()
{
    auto worker = TRY(Box<Worker>::init(GFP_KERNEL, [](Init<Worker>& init) -> Worker {
        return {.runs = {0}, .work = Work<Worker>::idle<&Worker::count>(init)};
    }));
    auto alarm = TRY(Box<Alarm>::init(GFP_KERNEL, [](Init<Alarm>& init) -> Alarm {
        return {.rings = {0}, .timer = Timer<Alarm>::idle<&Alarm::ring>(init)};
    }));
    auto beat = TRY(Box<Beat>::init(GFP_KERNEL, [](Init<Beat>& init) -> Beat {
        return {.beats = {0}, .timer = HrTimer<Beat>::idle<&Beat::beat>(init)};
    }));
    usize switched_on = 0;
    measure<queue_flush>("work-queue-flush", 200, worker);
    measure<timer_arm>("timer-arm", 1000, alarm);
    measure<hrtimer_arm>("hrtimer-arm", 1000, *beat);
    beat->timer.cancel();
    measure<per_cpu_inc>("per-cpu-inc", 1000, switched_on);
    measure<static_key>("static-key", 1000, switched_on);
    return {};
}
