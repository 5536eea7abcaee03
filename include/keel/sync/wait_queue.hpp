// SPDX-License-Identifier: GPL-2.0
// Where tasks wait until a device has something to say; poll and epoll, too.
// C header: include/linux/wait.h, include/linux/poll.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/lock.hpp>
#include <keel/sync/waiter.hpp>

namespace keel {

namespace fs {
enum class PollMask : u32;
}

/// A queue of waiters.
///
///     queue.wait_interruptible([&] { return !items.lock()->is_empty(); })
///
/// `ready()` is called once before and then after each wake-up, in process context, where it may sleep. Who makes it
/// true does so before the wake-up, in whatever way both sides see it: under a lock, or in an Atomic. That it was true
/// says nothing about later: what must stay so is done under the lock, and who comes too late waits again. A CondVar
/// does both.
///
/// # Lifetime
/// Outlives all who wait. For poll that is seen to: see fs::PollTable.
/// # Invariants
/// raw_ is an initialised wait queue head at a fixed address.
class KEEL_SEND KEEL_SYNC WaitQueue {
public:
    constexpr WaitQueue()
    {
        bool is_known = detail::is_plain<bindings::wait_queue_head>;
        if consteval {
            is_known = true;
        }
        if (is_known) {
            raw_ = {};
            detail::make_unlocked(raw_);
        } else {
            UNSAFE("raw_ is at its final address: a WaitQueue cannot be moved")
            {
                bindings::__init_waitqueue_head(&raw_, "keel::WaitQueue", LockClass<WaitQueue>::raw());
            }
        }
    }
    WaitQueue(const WaitQueue&) = delete;
    WaitQueue& operator=(const WaitQueue&) = delete;

    /// Wakes all waiters, so that they look again.
    KEEL_ANY_CONTEXT void wake_up_all() const { wake(0); }

    /// Wakes all waiters but the exclusive ones, and one of those.
    KEEL_ANY_CONTEXT void wake_up() const { wake(1); }

    /// As wake_up, but who polls is woken only if it waits for something in `events` (fs/poll.hpp). Who waits by `wait`
    /// and its like is woken by any event. PollMask::Nothing names none: then it is wake_up.
    KEEL_ANY_CONTEXT void wake_up_poll(fs::PollMask events) const { wake(1, static_cast<u32>(events)); }

    // Waiting. Each returns when ready() holds; `wait` without a timeout cannot end otherwise.

    template <class Ready> KEEL_MAY_SLEEP void wait(Ready ready) const
    {
        (void)until(ready, Sleep::Uninterruptible, Duration::max(), false);
    }
    /// # Errors
    /// ETIMEDOUT: it took too long.
    template <class Ready> KEEL_MAY_SLEEP Result<void> wait(Ready ready, Duration timeout) const
    {
        return until(ready, Sleep::Uninterruptible, timeout, false);
    }
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_interruptible(Ready ready, Duration timeout = Duration::max()) const
    {
        return until(ready, Sleep::Interruptible, timeout, false);
    }
    /// # Errors
    /// ERESTARTSYS: the process is being killed. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_killable(Ready ready, Duration timeout = Duration::max()) const
    {
        return until(ready, Sleep::Killable, timeout, false);
    }
    /// As wait_interruptible, by a task that need not be woken to be frozen while the machine sleeps: a thread of the
    /// kernel's, or a process that would have to begin its system call again.
    ///
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_freezable(Ready ready, Duration timeout = Duration::max()) const
    {
        return until(ready, Sleep::Freezable, timeout, false);
    }

    // The same as one of the exclusive waiters, of which `wake_up` wakes one.

    template <class Ready> KEEL_MAY_SLEEP void wait_exclusive(Ready ready) const
    {
        (void)until(ready, Sleep::Uninterruptible, Duration::max(), true);
    }
    /// # Errors
    /// ETIMEDOUT: it took too long.
    template <class Ready> KEEL_MAY_SLEEP Result<void> wait_exclusive(Ready ready, Duration timeout) const
    {
        return until(ready, Sleep::Uninterruptible, timeout, true);
    }
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_interruptible_exclusive(Ready ready, Duration timeout = Duration::max()) const
    {
        return until(ready, Sleep::Interruptible, timeout, true);
    }
    /// # Errors
    /// ERESTARTSYS: the process is being killed. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_killable_exclusive(Ready ready, Duration timeout = Duration::max()) const
    {
        return until(ready, Sleep::Killable, timeout, true);
    }
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_freezable_exclusive(Ready ready, Duration timeout = Duration::max()) const
    {
        return until(ready, Sleep::Freezable, timeout, true);
    }

    /// For the library: the C object.
    bindings::wait_queue_head* raw() const { return &raw_; }

private:
    using Sleep = detail::Sleep;

    template <class Ready>
    KEEL_MAY_SLEEP Result<void> until(Ready& ready, Sleep how, Duration timeout, bool is_exclusive) const
    {
        return detail::wait_until(
            &raw_, is_exclusive, how, timeout, [&] { return ready(); },
            [how](detail::Waiter& waiter, long ticks) { return waiter.sleep(how, ticks); });
    }

    KEEL_ANY_CONTEXT void wake(int exclusive_waiters, usize key = 0) const
    {
        UNSAFE("an initialised queue: invariant; 0 wakes every waiter; the key is a number to those who look at it")
        {
            bindings::__wake_up(&raw_, bindings::TASK_NORMAL, exclusive_waiters, reinterpret_cast<void*>(key));
        }
    }

    mutable bindings::wait_queue_head raw_;
};

} // namespace keel
