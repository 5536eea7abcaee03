// SPDX-License-Identifier: GPL-2.0
// A spinning lock that owns what it protects.
// C header: include/linux/spinlock.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

namespace detail {

/// The ways to take a spinlock, of the kinds that Ways names the kernel's functions of.
template <class Lock, class Ways, class T> class KEEL_SEND KEEL_SYNC Spinning : public Locked<Lock, Ways, T> {
    using Held = typename Ways::Held;
    using HeldIrqsave = typename Ways::HeldIrqsave;
    using HeldIrq = typename Ways::HeldIrq;
    using HeldBh = typename Ways::HeldBh;

public:
    using Guard = keel::Guard<Lock, Held>;
    /// With interrupts off, and back to what they were at its end.
    using IrqGuard = keel::Guard<Lock, HeldIrqsave>;
    /// With interrupts off, and on at its end.
    using IrqOffGuard = keel::Guard<Lock, HeldIrq>;
    /// With softirqs off.
    using BhGuard = keel::Guard<Lock, HeldBh>;

    using Locked<Lock, Ways, T>::Locked;
    constexpr Spinning() {}

    /// Spins until the lock is free, with preemption off from then on.
    KEEL_ANY_CONTEXT KEEL_INLINE Guard lock() const KEEL_LIFETIME_BOUND { return this->take(Held()); }

    /// As `lock`, with this CPU's interrupts off as long as the guard lives; restores them to what they were.
    KEEL_ANY_CONTEXT KEEL_INLINE IrqGuard lock_irqsave() const KEEL_LIFETIME_BOUND { return this->take(HeldIrqsave()); }

    /// As `lock`, with this CPU's interrupts off as long as the guard lives, and on again from its end.
    ///
    /// # Context
    /// Process, where interrupts are on: it does not sleep, but counts as what does, for where sleeping is forbidden
    /// they may be off.
    KEEL_MAY_SLEEP KEEL_INLINE IrqOffGuard lock_irq() const KEEL_LIFETIME_BOUND { return this->take(HeldIrq()); }

    /// As `lock`, with softirqs off on this CPU: for data that timers, tasklets or network code also lock.
    ///
    /// # Context
    /// Process or softirq, not with interrupts off.
    KEEL_ANY_CONTEXT KEEL_INLINE BhGuard lock_bh() const KEEL_LIFETIME_BOUND { return this->take(HeldBh()); }

    /// As `lock`, while others of its class are held: see Mutex::lock_nested.
    template <unsigned level> KEEL_ANY_CONTEXT KEEL_INLINE Guard lock_nested() const KEEL_LIFETIME_BOUND
    {
        static_assert(level > 0 && level < 8, "lockdep knows the levels 1 to 7 besides that of lock()");
        Ways::lock_nested(this->raw(), level);
        return this->held(Held());
    }

    // Without spinning: if nobody holds the lock.

    KEEL_ANY_CONTEXT KEEL_INLINE Option<Guard> try_lock() const KEEL_LIFETIME_BOUND { return this->try_take(Held()); }
    KEEL_ANY_CONTEXT KEEL_INLINE Option<IrqGuard> try_lock_irqsave() const KEEL_LIFETIME_BOUND
    {
        return this->try_take(HeldIrqsave());
    }
    /// # Context
    /// Process or softirq, not with interrupts off.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<BhGuard> try_lock_bh() const KEEL_LIFETIME_BOUND
    {
        return this->try_take(HeldBh());
    }

    /// Calls `section(data)` with the lock held and returns what it returns. The section must not sleep.
    template <class Section> KEEL_INLINE auto with(Section section KEEL_ATOMIC_CALLBACK) const
    {
        Guard guard = lock();
        return section(*guard);
    }
};

/// Those of a spinlock.
struct SpinWays {
    using Raw = bindings::spinlock_t;
    struct Held : HeldSpinning<bindings::spin_lock, bindings::spin_unlock, bindings::spin_trylock> {};
    struct HeldIrqsave : detail::HeldIrqsave<bindings::spin_lock_irqsave, bindings::spin_unlock_irqrestore,
                                             bindings::spin_trylock_irqsave> {};
    struct HeldIrq : HeldSpinning<bindings::spin_lock_irq, bindings::spin_unlock_irq> {};
    struct HeldBh : HeldSpinning<bindings::spin_lock_bh, bindings::spin_unlock_bh, bindings::spin_trylock_bh> {};

    static void init(Raw* raw, bindings::lock_class_key* key)
    {
        UNSAFE("at its final address: a SpinLock cannot be moved")
        {
            bindings::spin_lock_init(raw, "keel::SpinLock", key);
        }
    }
    KEEL_INLINE static void lock_nested(Raw* raw, unsigned level)
    {
        UNSAFE("an initialised spinlock: the invariant of Locked") { bindings::spin_lock_nested(raw, level); }
    }
};

} // namespace detail

/// A T that only the holder of the lock can reach, for data shared with code that cannot sleep.
///
/// # Context
/// Any. While it is held nothing may sleep: no user memory, no GFP_KERNEL, no Mutex. Data that an interrupt handler
/// also locks is locked with `lock_irqsave` outside the handler. A global one is as a global Mutex.
template <class T>
class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND SpinLock : public detail::Spinning<SpinLock<T>, detail::SpinWays, T> {
public:
    using detail::Spinning<SpinLock, detail::SpinWays, T>::Spinning;
    constexpr SpinLock() {}
};

} // namespace keel
