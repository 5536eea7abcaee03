// SPDX-License-Identifier: GPL-2.0
// A spinning lock that owns what it protects.
// C header: include/linux/spinlock.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// A T that only the holder of the lock can reach, for data shared with code that cannot sleep.
///
/// # Context
/// Any. While it is held nothing may sleep: no user memory, no GFP_KERNEL, no Mutex. Data that an interrupt handler
/// also locks is locked with `lock_irqsave` outside the handler. A global one is as a global Mutex.
/// # Invariants
/// raw_ is an initialised spinlock at a fixed address.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND SpinLock {
    struct KEEL_ATOMIC_GUARD Held {
        KEEL_INLINE void release(bindings::spinlock_t* raw) const
        {
            UNSAFE("held by this CPU: the guard's invariant") { bindings::spin_unlock(raw); }
        }
    };
    struct KEEL_ATOMIC_GUARD HeldIrqsave {
        unsigned long flags;

        KEEL_INLINE void release(bindings::spinlock_t* raw) const
        {
            UNSAFE("held by this CPU, flags are those of the taking: the guard's invariant")
            {
                bindings::spin_unlock_irqrestore(raw, flags);
            }
        }
    };
    struct KEEL_ATOMIC_GUARD HeldIrq {
        KEEL_INLINE void release(bindings::spinlock_t* raw) const
        {
            UNSAFE("held by this CPU, whose interrupts were on: the guard's invariant")
            {
                bindings::spin_unlock_irq(raw);
            }
        }
    };
    struct KEEL_ATOMIC_GUARD HeldBh {
        KEEL_INLINE void release(bindings::spinlock_t* raw) const
        {
            UNSAFE("held by this CPU: the guard's invariant") { bindings::spin_unlock_bh(raw); }
        }
    };

public:
    using Guard = keel::Guard<SpinLock, Held>;
    /// With interrupts off, and back to what they were at its end.
    using IrqGuard = keel::Guard<SpinLock, HeldIrqsave>;
    /// With interrupts off, and on at its end.
    using IrqOffGuard = keel::Guard<SpinLock, HeldIrq>;
    /// With softirqs off.
    using BhGuard = keel::Guard<SpinLock, HeldBh>;

    constexpr SpinLock() : SpinLock(InClass<SpinLock>()) {}
    constexpr SpinLock(T data) : SpinLock(InClass<SpinLock>(), move(data)) {}
    template <class Of> constexpr explicit SpinLock(InClass<Of>) : data_ {} { prepare<Of>(); }
    template <class Of> constexpr SpinLock(InClass<Of>, T data) : data_ {move(data)} { prepare<Of>(); }
    SpinLock(const SpinLock&) = delete;
    SpinLock& operator=(const SpinLock&) = delete;

    /// Spins until the lock is free, with preemption off from then on.
    KEEL_ANY_CONTEXT KEEL_INLINE Guard lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant") { bindings::spin_lock(raw()); }
        return Guard(*this, {});
    }

    /// As `lock`, with this CPU's interrupts off as long as the guard lives; restores them to what they were.
    KEEL_ANY_CONTEXT KEEL_INLINE IrqGuard lock_irqsave() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant") { return IrqGuard(*this, {bindings::spin_lock_irqsave(raw())}); }
    }

    /// As `lock`, with this CPU's interrupts off as long as the guard lives, and on again from its end.
    ///
    /// # Context
    /// Process, where interrupts are on: it does not sleep, but counts as what does, for where sleeping is forbidden
    /// they may be off.
    KEEL_MAY_SLEEP KEEL_INLINE IrqOffGuard lock_irq() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant") { bindings::spin_lock_irq(raw()); }
        return IrqOffGuard(*this, {});
    }

    /// As `lock`, with softirqs off on this CPU: for data that timers, tasklets or network code also lock.
    ///
    /// # Context
    /// Process or softirq, not with interrupts off.
    KEEL_ANY_CONTEXT KEEL_INLINE BhGuard lock_bh() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant") { bindings::spin_lock_bh(raw()); }
        return BhGuard(*this, {});
    }

    /// As `lock`, while others of its class are held: see Mutex::lock_nested.
    template <unsigned level> KEEL_ANY_CONTEXT KEEL_INLINE Guard lock_nested() const KEEL_LIFETIME_BOUND
    {
        static_assert(level > 0 && level < 8, "lockdep knows the levels 1 to 7 besides that of lock()");
        UNSAFE("an initialised spinlock: invariant") { bindings::spin_lock_nested(raw(), level); }
        return Guard(*this, {});
    }

    /// Takes the lock if nobody holds it.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<Guard> try_lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant")
        {
            if (!bindings::spin_trylock(raw()))
                return none;
        }
        return Guard(*this, {});
    }

    /// Calls `section(data)` with the lock held and returns what it returns. The section must not sleep.
    template <class Section> KEEL_INLINE auto with(Section section KEEL_ATOMIC_CALLBACK) const
    {
        Guard guard = lock();
        return section(*guard);
    }

private:
    friend Guard;
    friend IrqGuard;
    friend IrqOffGuard;
    friend BhGuard;

    template <class Of> constexpr void prepare()
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_);
        } else {
            UNSAFE("raw_ is at its final address: a SpinLock cannot be moved")
            {
                bindings::spin_lock_init(&raw_, "keel::SpinLock", LockClass<Of>::raw());
            }
        }
    }
    KEEL_INLINE bindings::spinlock_t* raw() const { return &raw_; }

    mutable bindings::spinlock_t raw_;
    mutable T data_;
};

} // namespace keel
