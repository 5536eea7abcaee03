// SPDX-License-Identifier: GPL-2.0
// A spinning lock that spins on every kernel, real-time ones included.
// C header: include/linux/spinlock.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// A T as in a SpinLock, for the code that even a kernel for real time (PREEMPT_RT) cannot let sleep: hard interrupt
/// handlers of chips, the scheduler's neighbourhood. Held for a few instructions only.
///
/// # Context
/// Any, as a SpinLock.
/// # Invariants
/// raw_ is an initialised raw spinlock at a fixed address.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND RawSpinLock {
    struct KEEL_ATOMIC_GUARD Held {
        KEEL_INLINE void release(bindings::raw_spinlock_t* raw) const
        {
            UNSAFE("held by this CPU: the guard's invariant") { bindings::raw_spin_unlock(raw); }
        }
    };
    struct KEEL_ATOMIC_GUARD HeldIrqsave {
        unsigned long flags;

        KEEL_INLINE void release(bindings::raw_spinlock_t* raw) const
        {
            UNSAFE("held by this CPU, flags are those of the taking: the guard's invariant")
            {
                bindings::raw_spin_unlock_irqrestore(raw, flags);
            }
        }
    };

public:
    using Guard = keel::Guard<RawSpinLock, Held>;
    using IrqGuard = keel::Guard<RawSpinLock, HeldIrqsave>;

    constexpr RawSpinLock() : RawSpinLock(InClass<RawSpinLock>()) {}
    constexpr RawSpinLock(T data) : RawSpinLock(InClass<RawSpinLock>(), move(data)) {}
    template <class Of> constexpr explicit RawSpinLock(InClass<Of>) : data_ {} { prepare<Of>(); }
    template <class Of> constexpr RawSpinLock(InClass<Of>, T data) : data_ {move(data)} { prepare<Of>(); }
    RawSpinLock(const RawSpinLock&) = delete;
    RawSpinLock& operator=(const RawSpinLock&) = delete;

    /// Spins until the lock is free, with preemption off from then on.
    KEEL_ANY_CONTEXT KEEL_INLINE Guard lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant") { bindings::raw_spin_lock(raw()); }
        return Guard(*this, {});
    }
    /// As `lock`, with this CPU's interrupts off as long as the guard lives; restores them to what they were.
    KEEL_ANY_CONTEXT KEEL_INLINE IrqGuard lock_irqsave() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant")
        {
            return IrqGuard(*this, {bindings::raw_spin_lock_irqsave(raw())});
        }
    }
    /// Takes the lock if nobody holds it.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<Guard> try_lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised spinlock: invariant")
        {
            if (!bindings::raw_spin_trylock(raw()))
                return none;
        }
        return Guard(*this, {});
    }

private:
    friend Guard;
    friend IrqGuard;

    template <class Of> constexpr void prepare()
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_);
        } else {
            UNSAFE("raw_ is at its final address: a RawSpinLock cannot be moved")
            {
                bindings::raw_spin_lock_init(&raw_, "keel::RawSpinLock", LockClass<Of>::raw());
            }
        }
    }
    KEEL_INLINE bindings::raw_spinlock_t* raw() const { return &raw_; }

    mutable bindings::raw_spinlock_t raw_;
    mutable T data_;
};

} // namespace keel
