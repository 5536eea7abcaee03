// SPDX-License-Identifier: GPL-2.0
// A sleeping lock that many readers or one writer hold.
// C header: include/linux/rwsem.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

namespace detail {

/// How the semaphore is held. A writer may wait with a CondVar.
struct RwSemaphoreWays {
    using Raw = bindings::rw_semaphore;
    struct Reads : Held<bindings::down_read, bindings::up_read, bindings::down_read_trylock> {
        using Shared = void;
    };
    struct Writes : Held<bindings::down_write, bindings::up_write, bindings::down_write_trylock> {
        using MayWait = void;
    };

    static void init(Raw* raw, bindings::lock_class_key* key)
    {
        UNSAFE("at its final address: an RwSemaphore cannot be moved")
        {
            bindings::__init_rwsem(raw, "keel::RwSemaphore", key);
        }
    }
};

} // namespace detail

/// A T that any number of readers see at once, or one writer changes. A writer who waits comes before readers who come
/// later; so a thread does not take it for reading twice.
///
/// # Context
/// Process context only: waiting for the lock sleeps.
template <class T>
class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND_SYNC RwSemaphore
    : public detail::Locked<RwSemaphore<T>, detail::RwSemaphoreWays, T> {
    using Reads = detail::RwSemaphoreWays::Reads;
    using Writes = detail::RwSemaphoreWays::Writes;

public:
    /// Shows the data.
    using ReadGuard = Guard<RwSemaphore, Reads>;
    /// Gives access to the data.
    using WriteGuard = Guard<RwSemaphore, Writes>;

    using detail::Locked<RwSemaphore, detail::RwSemaphoreWays, T>::Locked;
    constexpr RwSemaphore() {}

    /// Waits until nobody writes.
    KEEL_MAY_SLEEP KEEL_INLINE ReadGuard read() const KEEL_LIFETIME_BOUND { return this->take(Reads()); }
    /// # Errors
    /// EINTR: the process is being killed.
    KEEL_MAY_SLEEP KEEL_INLINE Result<ReadGuard> read_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant")
        {
            return this->held_unless(bindings::down_read_killable(this->raw()), Reads());
        }
    }
    /// Without waiting; process context nevertheless, as Mutex::try_lock.
    KEEL_MAY_SLEEP KEEL_INLINE Option<ReadGuard> try_read() const KEEL_LIFETIME_BOUND
    {
        return this->try_take(Reads());
    }

    /// Waits until nobody else reads or writes.
    KEEL_MAY_SLEEP KEEL_INLINE WriteGuard write() const KEEL_LIFETIME_BOUND { return this->take(Writes()); }
    /// # Errors
    /// EINTR: the process is being killed.
    KEEL_MAY_SLEEP KEEL_INLINE Result<WriteGuard> write_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant")
        {
            return this->held_unless(bindings::down_write_killable(this->raw()), Writes());
        }
    }
    /// Without waiting; process context nevertheless, as Mutex::try_lock.
    KEEL_MAY_SLEEP KEEL_INLINE Option<WriteGuard> try_write() const KEEL_LIFETIME_BOUND
    {
        return this->try_take(Writes());
    }

    /// Goes on as a reader, without letting a writer in between.
    KEEL_ANY_CONTEXT KEEL_INLINE ReadGuard downgrade(WriteGuard guard) const KEEL_LIFETIME_BOUND
    {
        if (!guard.holds(this)) [[unlikely]]
            trap("downgrade of a guard of another lock");
        UNSAFE("held for writing by this thread, whose guard ends here") { bindings::downgrade_write(this->raw()); }
        guard.forget();
        return this->held(Reads());
    }
};

} // namespace keel
