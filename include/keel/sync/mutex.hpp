// SPDX-License-Identifier: GPL-2.0
// A sleeping lock that owns what it protects.
// C header: include/linux/mutex.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

namespace detail {

/// There is one way to hold a mutex, and its holder may wait with a CondVar.
struct MutexWays {
    using Raw = bindings::mutex;
    struct Held : detail::Held<bindings::mutex_lock, bindings::mutex_unlock, bindings::mutex_trylock> {
        using MayWait = void;
    };

    static void init(Raw* raw, bindings::lock_class_key* key)
    {
        UNSAFE("at its final address: a Mutex cannot be moved") { bindings::__mutex_init(raw, "keel::Mutex", key); }
    }
};

} // namespace detail

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
template <class T>
class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND Mutex : public detail::Locked<Mutex<T>, detail::MutexWays, T> {
    using Held = detail::MutexWays::Held;

public:
    using Guard = keel::Guard<Mutex, Held>;

    using detail::Locked<Mutex, detail::MutexWays, T>::Locked;
    constexpr Mutex() {}

    /// Waits for the lock, however long that takes.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP KEEL_INLINE Guard lock() const KEEL_LIFETIME_BOUND { return this->take(Held()); }

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
            return this->held_unless(bindings::mutex_lock_interruptible(this->raw()), Held());
        }
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
            return this->held_unless(bindings::mutex_lock_killable(this->raw()), Held());
        }
    }

    /// Waits for the lock while others of its class are held: of a parent and its child, of two elements. `level` tells
    /// lockdep which of them it is, 1 to 7; who says so sees to it that all threads take them in one order.
    ///
    /// # Context
    /// May sleep.
    template <unsigned level> KEEL_MAY_SLEEP KEEL_INLINE Guard lock_nested() const KEEL_LIFETIME_BOUND
    {
        static_assert(level > 0 && level < 8, "lockdep knows the levels 1 to 7 besides that of lock()");
        UNSAFE("an initialised mutex: invariant") { bindings::mutex_lock_nested(this->raw(), level); }
        return this->held(Held());
    }

    /// Takes the lock if nobody holds it.
    ///
    /// # Context
    /// Process: it does not wait, but counts as what sleeps, because interrupt handlers must not call it.
    KEEL_MAY_SLEEP KEEL_INLINE Option<Guard> try_lock() const KEEL_LIFETIME_BOUND { return this->try_take(Held()); }

    /// Calls `section(data)` with the lock held and returns what it returns.
    ///
    /// # Context
    /// May sleep.
    template <class Section> KEEL_INLINE auto with(Section section) const
    {
        Guard guard = lock();
        return section(*guard);
    }
};

} // namespace keel
