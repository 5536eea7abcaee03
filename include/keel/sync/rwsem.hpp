// SPDX-License-Identifier: GPL-2.0
// A sleeping lock that many readers or one writer hold.
// C header: include/linux/rwsem.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// A T that any number of readers see at once, or one writer changes. A writer who waits comes before readers who come
/// later; so a thread does not take it for reading twice.
///
/// # Context
/// Process context only: waiting for the lock sleeps.
/// # Invariants
/// raw_ is an initialised semaphore at a fixed address.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND_SYNC RwSemaphore {
    struct Reads {
        using Shared = void;
        KEEL_INLINE void release(bindings::rw_semaphore* raw) const
        {
            UNSAFE("held for reading by this thread: the guard's invariant") { bindings::up_read(raw); }
        }
    };
    struct Writes {
        KEEL_INLINE void release(bindings::rw_semaphore* raw) const
        {
            UNSAFE("held for writing by this thread: the guard's invariant") { bindings::up_write(raw); }
        }
        /// Takes it again, for a guard whose wait has released it.
        KEEL_MAY_SLEEP KEEL_INLINE void acquire(bindings::rw_semaphore* raw) const
        {
            UNSAFE("an initialised semaphore: invariant") { bindings::down_write(raw); }
        }
    };

public:
    /// Shows the data.
    using ReadGuard = Guard<RwSemaphore, Reads>;
    /// Gives access to the data.
    using WriteGuard = Guard<RwSemaphore, Writes>;

    constexpr RwSemaphore() : RwSemaphore(InClass<RwSemaphore>()) {}
    constexpr RwSemaphore(T data) : RwSemaphore(InClass<RwSemaphore>(), move(data)) {}
    template <class Of> constexpr explicit RwSemaphore(InClass<Of>) : data_ {} { prepare<Of>(); }
    template <class Of> constexpr RwSemaphore(InClass<Of>, T data) : data_ {move(data)} { prepare<Of>(); }
    RwSemaphore(const RwSemaphore&) = delete;
    RwSemaphore& operator=(const RwSemaphore&) = delete;

    /// Waits until nobody writes.
    KEEL_MAY_SLEEP KEEL_INLINE ReadGuard read() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant") { bindings::down_read(raw()); }
        return ReadGuard(*this, {});
    }
    /// # Errors
    /// EINTR: the process is being killed.
    KEEL_MAY_SLEEP KEEL_INLINE Result<ReadGuard> read_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant")
        {
            if (int code = bindings::down_read_killable(raw()); code != 0) [[unlikely]]
                return Error::from_errno(code);
        }
        return ReadGuard(*this, {});
    }
    /// Without waiting; process context nevertheless, as Mutex::try_lock.
    KEEL_MAY_SLEEP KEEL_INLINE Option<ReadGuard> try_read() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant")
        {
            if (!bindings::down_read_trylock(raw()))
                return none;
        }
        return ReadGuard(*this, {});
    }

    /// Waits until nobody else reads or writes.
    KEEL_MAY_SLEEP KEEL_INLINE WriteGuard write() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant") { bindings::down_write(raw()); }
        return WriteGuard(*this, {});
    }
    /// # Errors
    /// EINTR: the process is being killed.
    KEEL_MAY_SLEEP KEEL_INLINE Result<WriteGuard> write_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant")
        {
            if (int code = bindings::down_write_killable(raw()); code != 0) [[unlikely]]
                return Error::from_errno(code);
        }
        return WriteGuard(*this, {});
    }
    /// Without waiting; process context nevertheless, as Mutex::try_lock.
    KEEL_MAY_SLEEP KEEL_INLINE Option<WriteGuard> try_write() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant")
        {
            if (!bindings::down_write_trylock(raw()))
                return none;
        }
        return WriteGuard(*this, {});
    }

    /// Goes on as a reader, without letting a writer in between.
    KEEL_ANY_CONTEXT KEEL_INLINE ReadGuard downgrade(WriteGuard guard) const KEEL_LIFETIME_BOUND
    {
        if (!guard.holds(this)) [[unlikely]]
            trap("downgrade of a guard of another lock");
        UNSAFE("held for writing by this thread, whose guard ends here") { bindings::downgrade_write(raw()); }
        guard.forget();
        return ReadGuard(*this, {});
    }

private:
    friend ReadGuard;
    friend WriteGuard;

    template <class Of> constexpr void prepare()
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_);
        } else {
            UNSAFE("raw_ is at its final address: an RwSemaphore cannot be moved")
            {
                bindings::__init_rwsem(&raw_, "keel::RwSemaphore", LockClass<Of>::raw());
            }
        }
    }
    KEEL_INLINE bindings::rw_semaphore* raw() const { return &raw_; }

    mutable bindings::rw_semaphore raw_;
    mutable T data_;
};

} // namespace keel
