// SPDX-License-Identifier: GPL-2.0
// Waiting for what a lock protects.
// C header: include/linux/wait.h
#pragma once

#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/sync/wait_queue.hpp>

namespace keel {

/// Where holders of a lock wait until its data is as they need it.
///
///     auto q = queue.lock();
///     TRY(filled.wait_interruptible(q, [](Queue& q) { return !q.is_empty(); }));
///     return q->pop();
///
/// A wait gives the lock back while it sleeps and holds it again when it returns, also with an error; borrows of the
/// data end with it. `ready(data)` is called with the lock held, first and after each wake-up; when a wait succeeds it
/// holds, and goes on to hold for as long as the guard lives. Who changes the data notifies, with the lock or after it.
///
/// # Lifetime
/// Outlives all who wait: a member of what the lock is a member of.
class KEEL_SEND KEEL_SYNC CondVar {
public:
    constexpr CondVar() = default;
    CondVar(const CondVar&) = delete;
    CondVar& operator=(const CondVar&) = delete;

    /// Wakes one of those who wait.
    KEEL_ANY_CONTEXT void notify_one() const { queue_.wake_up(); }
    /// Wakes all who wait.
    KEEL_ANY_CONTEXT void notify_all() const { queue_.wake_up_all(); }

    // With the guard of a Mutex.

    template <class Lock, class Hold, class Ready> KEEL_MAY_SLEEP void wait(Guard<Lock, Hold>& guard, Ready ready) const
    {
        (void)until(guard, Sleep::Uninterruptible, Duration::max(), ready);
    }
    /// # Errors
    /// ETIMEDOUT: it took too long.
    template <class Lock, class Hold, class Ready>
    KEEL_MAY_SLEEP Result<void> wait(Guard<Lock, Hold>& guard, Ready ready, Duration timeout) const
    {
        return until(guard, Sleep::Uninterruptible, timeout, ready);
    }
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class Lock, class Hold, class Ready>
    KEEL_MAY_SLEEP Result<void> wait_interruptible(Guard<Lock, Hold>& guard, Ready ready,
                                                   Duration timeout = Duration::max()) const
    {
        return until(guard, Sleep::Interruptible, timeout, ready);
    }
    /// # Errors
    /// ERESTARTSYS: the process is being killed. ETIMEDOUT: it took too long.
    template <class Lock, class Hold, class Ready>
    KEEL_MAY_SLEEP Result<void> wait_killable(Guard<Lock, Hold>& guard, Ready ready,
                                              Duration timeout = Duration::max()) const
    {
        return until(guard, Sleep::Killable, timeout, ready);
    }
    /// As wait_interruptible: see WaitQueue::wait_freezable. The lock is not held while the task is frozen.
    ///
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class Lock, class Hold, class Ready>
    KEEL_MAY_SLEEP Result<void> wait_freezable(Guard<Lock, Hold>& guard, Ready ready,
                                               Duration timeout = Duration::max()) const
    {
        return until(guard, Sleep::Freezable, timeout, ready);
    }

    // With a SpinLock, whose guard nothing that sleeps may meet: these take the lock when it is time.

    /// Waits until `ready(data)`, and returns holding the lock.
    template <class T, class Ready>
    KEEL_MAY_SLEEP typename SpinLock<T>::Guard lock_when(const SpinLock<T>& lock KEEL_LIFETIME_BOUND,
                                                         Ready ready KEEL_ATOMIC_CALLBACK) const
    {
        return lock_until(lock, Sleep::Uninterruptible, Duration::max(), ready).take();
    }
    /// # Errors
    /// ETIMEDOUT: it took too long.
    template <class T, class Ready>
    KEEL_MAY_SLEEP Result<typename SpinLock<T>::Guard>
    lock_when(const SpinLock<T>& lock KEEL_LIFETIME_BOUND, Ready ready KEEL_ATOMIC_CALLBACK, Duration timeout) const
    {
        return lock_until(lock, Sleep::Uninterruptible, timeout, ready);
    }
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class T, class Ready>
    KEEL_MAY_SLEEP Result<typename SpinLock<T>::Guard>
    lock_when_interruptible(const SpinLock<T>& lock KEEL_LIFETIME_BOUND, Ready ready KEEL_ATOMIC_CALLBACK,
                            Duration timeout = Duration::max()) const
    {
        return lock_until(lock, Sleep::Interruptible, timeout, ready);
    }
    /// # Errors
    /// ERESTARTSYS: the process is being killed. ETIMEDOUT: it took too long.
    template <class T, class Ready>
    KEEL_MAY_SLEEP Result<typename SpinLock<T>::Guard> lock_when_killable(const SpinLock<T>& lock KEEL_LIFETIME_BOUND,
                                                                          Ready ready KEEL_ATOMIC_CALLBACK,
                                                                          Duration timeout = Duration::max()) const
    {
        return lock_until(lock, Sleep::Killable, timeout, ready);
    }

private:
    using Sleep = detail::Sleep;

    template <class Lock, class Hold, class Ready>
    KEEL_MAY_SLEEP Result<void> until(Guard<Lock, Hold>& guard, Sleep how, Duration timeout, Ready& ready) const
    {
        static_assert(
            requires { typename Hold::MayWait; },
            "a CondVar waits with the guard of a Mutex; with a SpinLock, use lock_when");
        if (!guard.lock_) [[unlikely]]
            trap("wait with a guard that was moved from");
        return detail::wait_until(
            queue_.raw(), true, how, timeout, [&] { return ready(*guard); },
            [&](detail::Waiter& waiter, long ticks) {
                guard.give_back();
                ticks = waiter.sleep(how, ticks);
                guard.take_again();
                return ticks;
            });
    }

    template <class T, class Ready>
    KEEL_MAY_SLEEP Result<typename SpinLock<T>::Guard> lock_until(const SpinLock<T>& lock KEEL_LIFETIME_BOUND,
                                                                  Sleep how, Duration timeout, Ready& ready) const
    {
        Option<typename SpinLock<T>::Guard> held;
        const Result<void> waited = detail::wait_until(
            queue_.raw(), true, how, timeout,
            [&] {
                held = lock.lock();
                if (ready(*held.value()))
                    return true;
                held.reset();
                return false;
            },
            [how](detail::Waiter& waiter, long ticks) { return waiter.sleep(how, ticks); });
        if (!waited.ok())
            return waited.error();
        return held.take();
    }

    WaitQueue queue_;
};

} // namespace keel
