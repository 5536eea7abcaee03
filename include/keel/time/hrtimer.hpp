// SPDX-License-Identifier: GPL-2.0
// A function that runs at a time, to the nanosecond as far as the machine can, where nothing may sleep.
// C header: include/linux/hrtimer.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/core/option.hpp>
#include <keel/task/gate.hpp>
#include <keel/time/instant.hpp>

namespace keel {

namespace detail {

/// The number of the clock C (CLOCK_MONOTONIC and so on), as user space passes it, too.
template <Clock C> inline constexpr int clock_id = -1;
template <> inline constexpr int clock_id<clock::Monotonic> = 1;
template <> inline constexpr int clock_id<clock::Boottime> = 7;
template <> inline constexpr int clock_id<clock::Realtime> = 0;
template <> inline constexpr int clock_id<clock::Tai> = 11;

} // namespace detail

/// How an HrTimer runs.
struct HrTimerMode {
    /// In a softirq instead of a hard interrupt: later if others are busy, and in nobody's way.
    bool soft = false;
    /// On the CPU that armed it.
    bool pinned = false;
};

/// A high resolution timer of the T that it is a member of, on the clock C: calls one member function of T at a time
/// that it is armed for.
///
///     Option<Duration> Player::next_sample() const;       // the time to the next call, or none
///     .clock = HrTimer<Player>::idle<&Player::next_sample>(init)
///     ...
///     clock.arm(Duration::micros(125));
///
/// The next call is so long after the time that this one was due, not after it came, so that a period does not drift;
/// periods that are over already are left out. Who arms it last decides. It never runs twice at the same time.
///
/// # Context
/// The function runs in a hard interrupt: it must not sleep, which the checker proves. Data that it locks is locked
/// with `lock_irqsave` elsewhere; if the mode is soft, it runs in a softirq, and `lock_bh` is enough.
/// # Lifetime
/// The destructor cancels: it waits for a call that is running, and nothing arms it any more from then on, whoever
/// tries. The checker demands that it is declared after all members that the function touches.
/// # Invariants
/// raw_ is an initialised hrtimer at a fixed address; *owner_ is the T around it. It is started through gate_ only, and
/// its expiry is changed only by starting it, which the kernel serialises.
template <class T, Clock C = clock::Monotonic, HrTimerMode Mode = HrTimerMode {}>
class KEEL_PUBLISHES KEEL_IDLE KEEL_SEND KEEL_SYNC HrTimer {
    static_assert(detail::clock_id<C> >= 0, "the kernel has no timers on this clock");

public:
    HrTimer(const HrTimer&) = delete;
    HrTimer& operator=(const HrTimer&) = delete;

    /// A timer that is not armed and will call `function`, an `Option<Duration> T::function() const` that does not
    /// sleep.
    template <auto function> KEEL_ANY_CONTEXT static HrTimer idle(Init<T>& init)
    {
        static_assert(SameAs<decltype(function), Option<Duration> (T::*)() const>,
                      "an HrTimer calls: Option<Duration> function() const, of its T");
        return HrTimer(init.self(), &run<function>);
    }

    KEEL_MAY_SLEEP ~HrTimer()
    {
        gate_.close();
        cancel();
    }

    /// Lets the function run once, `delay` from now, even if it was going to run at another time.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT void arm(Duration delay) const
    {
        start(delay.is_negative() ? Duration() : delay, mode(bindings::HRTIMER_MODE_REL));
    }

    /// The same, at a point of its clock; at once if that is past.
    KEEL_ANY_CONTEXT void arm_at(Instant<C> when) const { start(when.since_zero(), mode(bindings::HRTIMER_MODE_ABS)); }

    /// Whether it is armed or running. May be out of date when it returns.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT bool is_active() const
    {
        UNSAFE("an initialised hrtimer: invariant") { return bindings::hrtimer_active(&raw_); }
    }

    /// Disarms it, and waits for a call that is running. Returns whether it was armed or running.
    ///
    /// # Context
    /// Process. Not while holding a lock that the function takes.
    KEEL_MAY_SLEEP bool cancel() const
    {
        UNSAFE("an initialised hrtimer: invariant") { return bindings::hrtimer_cancel(&raw_) != 0; }
    }

private:
    HrTimer(const T* owner, enum bindings::hrtimer_restart (*run)(bindings::hrtimer*)) : owner_ {owner}
    {
        UNSAFE("raw_ is at its final address: an HrTimer cannot be moved")
        {
            bindings::hrtimer_setup(&raw_, run, detail::clock_id<C>, mode(bindings::HRTIMER_MODE_ABS));
        }
    }

    static constexpr bindings::hrtimer_mode mode(bindings::hrtimer_mode from)
    {
        return static_cast<bindings::hrtimer_mode>(from | (Mode.soft ? bindings::HRTIMER_MODE_SOFT : 0) |
                                                   (Mode.pinned ? bindings::HRTIMER_MODE_PINNED : 0));
    }

    KEEL_ANY_CONTEXT void start(Duration time, bindings::hrtimer_mode mode) const
    {
        gate_.pass([&]() __attribute__((always_inline)) {
            UNSAFE("an initialised hrtimer: invariant") { bindings::hrtimer_start(&raw_, time.as_nanos(), mode); }
            return true;
        });
    }

    /// The first time that is a whole number of `period`s after `due` and still to come.
    KEEL_ANY_CONTEXT static Instant<C> next_after(Instant<C> due, Duration period)
    {
        const Duration late = due.elapsed();
        // A period that is not positive is as short as can be.
        if (period <= Duration())
            return Instant<C>::now();
        if (late < period)
            return due + period;
        return due + Duration::nanos(late.as_nanos() / period.as_nanos() * period.as_nanos()) + period;
    }

    template <auto function> KEEL_ANY_CONTEXT static enum bindings::hrtimer_restart run(bindings::hrtimer* raw)
    {
        const HrTimer* timer;
        Instant<C> due = Instant<C>::at({});
        UNSAFE("raw is the raw_ of an HrTimer, whose destructor waits for this call")
        {
            timer = reinterpret_cast<HrTimer*>(reinterpret_cast<char*>(raw) - __builtin_offsetof(HrTimer, raw_));
            due = Instant<C>::at(Duration::nanos(bindings::hrtimer_get_expires(raw)));
        }
        if (Option<Duration> period = (timer->owner_->*function)(); period.is_some())
            timer->arm_at(next_after(due, period.value()));
        return bindings::HRTIMER_NORESTART;
    }

    mutable bindings::hrtimer raw_;
    const T* owner_;
    detail::Gate gate_ {};
};

} // namespace keel
