// SPDX-License-Identifier: GPL-2.0
// A sleeping lock that owns what it protects.
// C header: include/linux/mutex.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// A T that only the holder of the lock can reach.
///
///     Mutex<State> state;
///     auto s = state.lock();
///     s->count++;
///
/// What C does not guarantee and this does: the data cannot be touched without the lock, every path unlocks.
/// Deadlock is not excluded; lockdep finds it where the kernel has it.
///
/// A global one is `static constinit const Mutex<State> state {...}`: its T needs a constexpr constructor, and no
/// destructor.
///
/// # Context
/// Process context only: waiting for the lock sleeps.
/// # Invariants
/// raw_ is an initialised mutex at a fixed address.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND Mutex {
    /// How the mutex is held: there is one way.
    struct Held {
        KEEL_INLINE void release(bindings::mutex* raw) const
        {
            UNSAFE("held by this thread: the guard's invariant") { bindings::mutex_unlock(raw); }
        }
        /// Takes it again, for a guard whose wait has released it.
        KEEL_MAY_SLEEP KEEL_INLINE void acquire(bindings::mutex* raw) const
        {
            UNSAFE("an initialised mutex: invariant") { bindings::mutex_lock(raw); }
        }
    };

public:
    using Guard = keel::Guard<Mutex, Held>;

    constexpr Mutex() : Mutex(InClass<Mutex>()) {}
    constexpr Mutex(T data) : Mutex(InClass<Mutex>(), move(data)) {}
    template <class Of> constexpr explicit Mutex(InClass<Of>) : data_ {} { prepare<Of>(); }
    template <class Of> constexpr Mutex(InClass<Of>, T data) : data_ {move(data)} { prepare<Of>(); }
    Mutex(const Mutex&) = delete;
    Mutex& operator=(const Mutex&) = delete;

    /// Waits for the lock, however long that takes.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP KEEL_INLINE Guard lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised mutex: invariant") { bindings::mutex_lock(raw()); }
        return Guard(*this, {});
    }

    /// Waits for the lock, or for a signal.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINTR: a signal came first.
    KEEL_MAY_SLEEP KEEL_INLINE Result<Guard> lock_interruptible() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised mutex: invariant")
        {
            if (int code = bindings::mutex_lock_interruptible(raw()); code != 0) [[unlikely]]
                return Error::from_errno(code);
        }
        return Guard(*this, {});
    }

    /// Waits for the lock, or for the process to be killed.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINTR: the process is being killed.
    KEEL_MAY_SLEEP KEEL_INLINE Result<Guard> lock_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised mutex: invariant")
        {
            if (int code = bindings::mutex_lock_killable(raw()); code != 0) [[unlikely]]
                return Error::from_errno(code);
        }
        return Guard(*this, {});
    }

    /// Waits for the lock while others of its class are held: of a parent and its child, of two elements. `level` tells
    /// lockdep which of them it is, 1 to 7; who says so sees to it that all threads take them in one order.
    ///
    /// # Context
    /// May sleep.
    template <unsigned level> KEEL_MAY_SLEEP KEEL_INLINE Guard lock_nested() const KEEL_LIFETIME_BOUND
    {
        static_assert(level > 0 && level < 8, "lockdep knows the levels 1 to 7 besides that of lock()");
        UNSAFE("an initialised mutex: invariant") { bindings::mutex_lock_nested(raw(), level); }
        return Guard(*this, {});
    }

    /// Takes the lock if nobody holds it.
    ///
    /// # Context
    /// Process: it does not wait, but counts as what sleeps, because interrupt handlers must not call it.
    KEEL_MAY_SLEEP KEEL_INLINE Option<Guard> try_lock() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised mutex: invariant")
        {
            if (!bindings::mutex_trylock(raw()))
                return none;
        }
        return Guard(*this, {});
    }

    /// Calls `section(data)` with the lock held and returns what it returns.
    ///
    /// # Context
    /// May sleep.
    template <class Section> KEEL_INLINE auto with(Section section) const
    {
        Guard guard = lock();
        return section(*guard);
    }

private:
    friend Guard;

    template <class Of> constexpr void prepare()
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_);
        } else {
            UNSAFE("raw_ is at its final address: a Mutex cannot be moved")
            {
                bindings::__mutex_init(&raw_, "keel::Mutex", LockClass<Of>::raw());
            }
        }
    }
    KEEL_INLINE bindings::mutex* raw() const { return &raw_; }

    mutable bindings::mutex raw_;
    mutable T data_;
};

} // namespace keel
