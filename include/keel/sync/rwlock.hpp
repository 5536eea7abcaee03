// SPDX-License-Identifier: GPL-2.0
// A spinning lock that many readers or one writer hold.
// C header: include/linux/rwlock.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// A T that any number of readers see at once, or one writer changes.
///
/// Takes its time: a SpinLock is faster unless readers stay long and are many. Readers come before writers who wait.
///
/// # Context
/// Any; while it is held nothing may sleep. Data that an interrupt handler reads is written with `write_irqsave`
/// elsewhere, and what it writes, read with `read_irqsave`, too.
/// # Invariants
/// raw_ is an initialised rwlock at a fixed address.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND_SYNC RwLock {
    struct KEEL_ATOMIC_GUARD Reads {
        using Shared = void;
        KEEL_INLINE void release(bindings::rwlock_t* raw) const
        {
            UNSAFE("held for reading by this CPU: the guard's invariant") { bindings::read_unlock(raw); }
        }
    };
    struct KEEL_ATOMIC_GUARD Writes {
        KEEL_INLINE void release(bindings::rwlock_t* raw) const
        {
            UNSAFE("held for writing by this CPU: the guard's invariant") { bindings::write_unlock(raw); }
        }
    };
    struct KEEL_ATOMIC_GUARD ReadsIrqsave {
        using Shared = void;
        unsigned long flags;
        KEEL_INLINE void release(bindings::rwlock_t* raw) const
        {
            UNSAFE("held for reading by this CPU, flags are those of the taking: the guard's invariant")
            {
                bindings::read_unlock_irqrestore(raw, flags);
            }
        }
    };
    struct KEEL_ATOMIC_GUARD WritesIrqsave {
        unsigned long flags;
        KEEL_INLINE void release(bindings::rwlock_t* raw) const
        {
            UNSAFE("held for writing by this CPU, flags are those of the taking: the guard's invariant")
            {
                bindings::write_unlock_irqrestore(raw, flags);
            }
        }
    };

public:
    /// Shows the data.
    using ReadGuard = Guard<RwLock, Reads>;
    /// Gives access to the data.
    using WriteGuard = Guard<RwLock, Writes>;
    using ReadIrqGuard = Guard<RwLock, ReadsIrqsave>;
    using WriteIrqGuard = Guard<RwLock, WritesIrqsave>;

    constexpr RwLock() : RwLock(InClass<RwLock>()) {}
    constexpr RwLock(T data) : RwLock(InClass<RwLock>(), move(data)) {}
    template <class Of> constexpr explicit RwLock(InClass<Of>) : data_ {} { prepare<Of>(); }
    template <class Of> constexpr RwLock(InClass<Of>, T data) : data_ {move(data)} { prepare<Of>(); }
    RwLock(const RwLock&) = delete;
    RwLock& operator=(const RwLock&) = delete;

    /// Spins until nobody writes.
    KEEL_ANY_CONTEXT KEEL_INLINE ReadGuard read() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised rwlock: invariant") { bindings::read_lock(raw()); }
        return ReadGuard(*this, {});
    }
    /// Spins until nobody else reads or writes.
    KEEL_ANY_CONTEXT KEEL_INLINE WriteGuard write() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised rwlock: invariant") { bindings::write_lock(raw()); }
        return WriteGuard(*this, {});
    }

    // The same with this CPU's interrupts off as long as the guard lives.

    KEEL_ANY_CONTEXT KEEL_INLINE ReadIrqGuard read_irqsave() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised rwlock: invariant") { return ReadIrqGuard(*this, {bindings::read_lock_irqsave(raw())}); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE WriteIrqGuard write_irqsave() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised rwlock: invariant")
        {
            return WriteIrqGuard(*this, {bindings::write_lock_irqsave(raw())});
        }
    }

    // The same without spinning.

    KEEL_ANY_CONTEXT KEEL_INLINE Option<ReadGuard> try_read() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised rwlock: invariant")
        {
            if (!bindings::read_trylock(raw()))
                return none;
        }
        return ReadGuard(*this, {});
    }
    KEEL_ANY_CONTEXT KEEL_INLINE Option<WriteGuard> try_write() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised rwlock: invariant")
        {
            if (!bindings::write_trylock(raw()))
                return none;
        }
        return WriteGuard(*this, {});
    }

private:
    friend ReadGuard;
    friend WriteGuard;
    friend ReadIrqGuard;
    friend WriteIrqGuard;

    template <class Of> constexpr void prepare()
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_);
        } else {
            UNSAFE("raw_ is at its final address: an RwLock cannot be moved")
            {
                bindings::rwlock_init(&raw_, "keel::RwLock", LockClass<Of>::raw());
            }
        }
    }
    KEEL_INLINE bindings::rwlock_t* raw() const { return &raw_; }

    mutable bindings::rwlock_t raw_;
    mutable T data_;
};

} // namespace keel
