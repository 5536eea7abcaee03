// SPDX-License-Identifier: GPL-2.0
// Timers: their functions run when the test sleeps or waits, as in an interrupt. Nothing runs at the same time, so
// there is never a call to wait for.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/time.hpp>

namespace {

constexpr unsigned long long tick = 1'000'000'000 / bindings::HZ;

void fire(void* key)
{
    auto* timer = static_cast<bindings::timer_list*>(key);
    fake::interrupt_handler([&] { timer->function(timer); });
}

void fire_precise(void* key)
{
    auto* timer = static_cast<bindings::hrtimer*>(key);
    fake::interrupt_handler([&] {
        if (timer->function(timer) != bindings::HRTIMER_NORESTART)
            fake::die("an hrtimer restarts itself: Keel starts it anew");
    });
}

} // namespace

namespace bindings {
extern "C" {

void init_timer(timer_list* timer, void (*run)(timer_list*), unsigned flags, const char*, lock_class_key*)
{
    timer->function = run;
    timer->flags = flags;
}
int mod_timer(timer_list* timer, unsigned long expires)
{
    const bool was_armed = fake::withdraw(timer);
    if (!timer->function) // shut down
        return 0;
    const auto ticks = static_cast<long>(expires - jiffies);
    fake::later(ticks > 0 ? static_cast<unsigned long>(ticks) * tick : 0, timer, fire);
    return was_armed;
}
int timer_pending(const timer_list* timer) { return fake::is_waiting(timer); }
int disarm_timer(timer_list* timer) { return fake::withdraw(timer); }
int timer_delete_sync(timer_list* timer) { return fake::may_sleep("timer_delete_sync"), disarm_timer(timer); }
int timer_shutdown_sync(timer_list* timer)
{
    timer->function = nullptr;
    return timer_delete_sync(timer);
}

void hrtimer_setup(hrtimer* timer, enum hrtimer_restart (*run)(hrtimer*), clockid_t clock, hrtimer_mode mode)
{
    timer->function = run;
    timer->base = nullptr;
    timer->state = static_cast<u8>(clock); // not used for anything else here
    timer->is_soft = (mode & HRTIMER_MODE_SOFT) != 0;
}
void hrtimer_start(hrtimer* timer, ktime_t time, hrtimer_mode mode)
{
    if (timer->is_soft != ((mode & HRTIMER_MODE_SOFT) != 0))
        fake::die("an hrtimer is started in another context than it was made for");
    const ktime_t now = timer->state == 7    ? ktime_get_boottime()
                        : timer->state == 0  ? ktime_get_real()
                        : timer->state == 11 ? ktime_get_clocktai()
                                             : ktime_get();
    const ktime_t delay = mode & HRTIMER_MODE_REL ? time : time - now;
    timer->node.expires = now + delay;
    fake::withdraw(timer);
    fake::later(delay > 0 ? static_cast<unsigned long long>(delay) : 0, timer, fire_precise);
}
bool hrtimer_active(const hrtimer* timer) { return fake::is_waiting(timer); }
int hrtimer_cancel(hrtimer* timer) { return fake::may_sleep("hrtimer_cancel"), fake::withdraw(timer); }
ktime_t hrtimer_get_expires(const hrtimer* timer) { return timer->node.expires; }

} // extern "C"
} // namespace bindings
