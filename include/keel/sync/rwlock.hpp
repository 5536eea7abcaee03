// SPDX-License-Identifier: GPL-2.0
// A spinning lock that many readers or one writer hold.
// C header: include/linux/rwlock.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

namespace detail {

/// How the lock is held.
struct RwLockWays {
    using Raw = bindings::rwlock_t;
    struct Read : HeldSpinning<bindings::read_lock, bindings::read_unlock, bindings::read_trylock> {
        using Shared = void;
    };
    struct ReadIrqsave : HeldIrqsave<bindings::read_lock_irqsave, bindings::read_unlock_irqrestore> {
        using Shared = void;
    };
    struct ReadIrq : HeldSpinning<bindings::read_lock_irq, bindings::read_unlock_irq> {
        using Shared = void;
    };
    struct ReadBh : HeldSpinning<bindings::read_lock_bh, bindings::read_unlock_bh> {
        using Shared = void;
    };
    struct Write : HeldSpinning<bindings::write_lock, bindings::write_unlock, bindings::write_trylock> {};
    struct WriteIrqsave : HeldIrqsave<bindings::write_lock_irqsave, bindings::write_unlock_irqrestore,
                                      bindings::write_trylock_irqsave> {};
    struct WriteIrq : HeldSpinning<bindings::write_lock_irq, bindings::write_unlock_irq> {};
    struct WriteBh : HeldSpinning<bindings::write_lock_bh, bindings::write_unlock_bh> {};

    static void init(Raw* raw, bindings::lock_class_key* key)
    {
        UNSAFE("at its final address: an RwLock cannot be moved") { bindings::rwlock_init(raw, "keel::RwLock", key); }
    }
};

} // namespace detail

/// A T that any number of readers see at once, or one writer changes.
///
/// Takes its time: a SpinLock is faster unless readers stay long and are many. Readers come before writers who wait.
///
/// # Context
/// Any; while it is held nothing may sleep. Data that an interrupt handler reads is written with `write_irqsave`
/// elsewhere, and what it writes, read with `read_irqsave`, too.
template <class T>
class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND_SYNC RwLock : public detail::Locked<RwLock<T>, detail::RwLockWays, T> {
    using Ways = detail::RwLockWays;

public:
    /// Shows the data.
    using ReadGuard = Guard<RwLock, Ways::Read>;
    /// Gives access to the data.
    using WriteGuard = Guard<RwLock, Ways::Write>;
    // With interrupts off, and back to what they were at the end.
    using ReadIrqGuard = Guard<RwLock, Ways::ReadIrqsave>;
    using WriteIrqGuard = Guard<RwLock, Ways::WriteIrqsave>;
    // With interrupts off, and on at the end.
    using ReadIrqOffGuard = Guard<RwLock, Ways::ReadIrq>;
    using WriteIrqOffGuard = Guard<RwLock, Ways::WriteIrq>;
    // With softirqs off.
    using ReadBhGuard = Guard<RwLock, Ways::ReadBh>;
    using WriteBhGuard = Guard<RwLock, Ways::WriteBh>;

    using detail::Locked<RwLock, detail::RwLockWays, T>::Locked;
    constexpr RwLock() {}

    /// Spins until nobody writes.
    KEEL_ANY_CONTEXT KEEL_INLINE ReadGuard read() const KEEL_LIFETIME_BOUND { return this->take(Ways::Read()); }
    /// Spins until nobody else reads or writes.
    KEEL_ANY_CONTEXT KEEL_INLINE WriteGuard write() const KEEL_LIFETIME_BOUND { return this->take(Ways::Write()); }

    // The same with this CPU's interrupts off as long as the guard lives, and back to what they were from then on.

    KEEL_ANY_CONTEXT KEEL_INLINE ReadIrqGuard read_irqsave() const KEEL_LIFETIME_BOUND
    {
        return this->take(Ways::ReadIrqsave());
    }
    KEEL_ANY_CONTEXT KEEL_INLINE WriteIrqGuard write_irqsave() const KEEL_LIFETIME_BOUND
    {
        return this->take(Ways::WriteIrqsave());
    }

    // The same where interrupts are on, as from the guard's end on. Process context: see SpinLock::lock_irq.

    KEEL_MAY_SLEEP KEEL_INLINE ReadIrqOffGuard read_irq() const KEEL_LIFETIME_BOUND
    {
        return this->take(Ways::ReadIrq());
    }
    KEEL_MAY_SLEEP KEEL_INLINE WriteIrqOffGuard write_irq() const KEEL_LIFETIME_BOUND
    {
        return this->take(Ways::WriteIrq());
    }

    // The same with softirqs off on this CPU. Process or softirq context, not with interrupts off.

    KEEL_ANY_CONTEXT KEEL_INLINE ReadBhGuard read_bh() const KEEL_LIFETIME_BOUND { return this->take(Ways::ReadBh()); }
    KEEL_ANY_CONTEXT KEEL_INLINE WriteBhGuard write_bh() const KEEL_LIFETIME_BOUND
    {
        return this->take(Ways::WriteBh());
    }

    // The same without spinning.

    KEEL_ANY_CONTEXT KEEL_INLINE Option<ReadGuard> try_read() const KEEL_LIFETIME_BOUND
    {
        return this->try_take(Ways::Read());
    }
    KEEL_ANY_CONTEXT KEEL_INLINE Option<WriteGuard> try_write() const KEEL_LIFETIME_BOUND
    {
        return this->try_take(Ways::Write());
    }
    KEEL_ANY_CONTEXT KEEL_INLINE Option<WriteIrqGuard> try_write_irqsave() const KEEL_LIFETIME_BOUND
    {
        return this->try_take(Ways::WriteIrqsave());
    }
};

} // namespace keel
