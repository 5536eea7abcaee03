// SPDX-License-Identifier: GPL-2.0
// A function that runs at a time, to the tick, where nothing may sleep.
// C header: include/linux/timer.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/sync/lock.hpp>
#include <keel/time/jiffies.hpp>

namespace keel {

/// How a Timer runs.
struct TimerMode {
    /// Waits on an idle CPU until that wakes for something else: saves power where being late harms nothing.
    bool deferrable = false;
    /// On the CPU that armed it.
    bool pinned = false;
    /// With interrupts off.
    bool irqsafe = false;
};

/// A timer of the T that it is a member of: calls one member function of T at a time that it is armed for.
///
///     .watchdog = Timer<Nic>::idle<&Nic::on_timeout>(init)
///     ...
///     watchdog.arm(Duration::secs(5));
///
/// One arming is one call; the function may arm its own timer again. It never runs twice at the same time.
///
/// # Context
/// The function runs in a softirq, never in a hard interrupt: it must not sleep, which the checker proves. Data that it
/// locks is locked elsewhere with softirqs or interrupts off.
/// # Lifetime
/// The destructor shuts the timer down: it waits for a call that is running, and nothing arms it any more from then on,
/// whoever tries. The checker demands that it is declared after all members that the function touches.
/// # Invariants
/// raw_ is an initialised timer at a fixed address; *owner_ is the T around it.
template <class T, TimerMode Mode = TimerMode {}> class KEEL_PUBLISHES KEEL_IDLE KEEL_SEND KEEL_SYNC Timer {
public:
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

    /// A timer that is not armed and will call `function`, a `void T::function() const` that does not sleep.
    template <auto function> KEEL_ANY_CONTEXT static Timer idle(Init<T>& init)
    {
        static_assert(SameAs<decltype(function), void (T::*)() const>,
                      "a Timer calls: void function() const, of its T");
        return Timer(init.self(), &run<function>);
    }

    KEEL_MAY_SLEEP ~Timer()
    {
        UNSAFE("an initialised timer: invariant") { bindings::timer_shutdown_sync(&raw_); }
    }

    /// Lets the function run once, `delay` from now, even if it was going to run at another time. Returns whether it
    /// was.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT KEEL_INLINE bool arm(Duration delay) const { return arm_at(Jiffies::now() + delay); }

    /// The same, at a point of the tick counter; at once if that is past.
    KEEL_ANY_CONTEXT KEEL_INLINE bool arm_at(Jiffies when) const
    {
        UNSAFE("an initialised timer: invariant; after its shutdown this does nothing")
        {
            return bindings::mod_timer(&raw_, when.count()) != 0;
        }
    }

    /// Whether it is armed. May be out of date when it returns.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT bool is_pending() const
    {
        UNSAFE("an initialised timer: invariant") { return bindings::timer_pending(&raw_) != 0; }
    }

    /// Disarms it, and waits for a call that is running. Returns whether it was armed.
    ///
    /// # Context
    /// Process. Not while holding a lock that the function takes.
    KEEL_MAY_SLEEP bool cancel() const
    {
        UNSAFE("an initialised timer: invariant") { return bindings::timer_delete_sync(&raw_) != 0; }
    }

    /// Disarms it; a call that has begun goes on. Returns whether it was armed.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT bool disarm() const
    {
        UNSAFE("an initialised timer: invariant") { return bindings::disarm_timer(&raw_) != 0; }
    }

private:
    static constexpr unsigned flags = (Mode.deferrable ? unsigned {bindings::TIMER_DEFERRABLE} : 0) |
                                      (Mode.pinned ? unsigned {bindings::TIMER_PINNED} : 0) |
                                      (Mode.irqsafe ? unsigned {bindings::TIMER_IRQSAFE} : 0);

    Timer(const T* owner, void (*run)(bindings::timer_list*)) : owner_ {owner}
    {
        UNSAFE("raw_ is at its final address: a Timer cannot be moved")
        {
            bindings::init_timer(&raw_, run, flags, "keel::Timer", LockClass<Timer>::raw());
        }
    }

    template <auto function> KEEL_ANY_CONTEXT static void run(bindings::timer_list* raw)
    {
        UNSAFE("raw is the raw_ of a Timer, whose destructor waits for this call")
        {
            auto* timer = reinterpret_cast<char*>(raw) - __builtin_offsetof(Timer, raw_);
            (reinterpret_cast<Timer*>(timer)->owner_->*function)();
        }
    }

    mutable bindings::timer_list raw_;
    const T* owner_;
};

} // namespace keel
