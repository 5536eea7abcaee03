// SPDX-License-Identifier: GPL-2.0
// Where poll and epoll wait until a device has something to say.
// C header: include/linux/wait.h, include/linux/poll.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/sync/lock.hpp>

namespace keel {

/// A queue of waiters.
///
/// # Lifetime
/// Outlives every file that waits on it with poll: a member of the file's own object, or of the device it belongs to.
/// # Invariants
/// raw_ is an initialised wait queue head at a fixed address.
class KEEL_SEND KEEL_SYNC WaitQueue {
public:
    WaitQueue()
    {
        UNSAFE("raw_ is at its final address: a WaitQueue cannot be moved")
        {
            bindings::__init_waitqueue_head(&raw_, "keel::WaitQueue", &LockClass<WaitQueue>::key);
        }
    }
    WaitQueue(const WaitQueue&) = delete;
    WaitQueue& operator=(const WaitQueue&) = delete;

    /// Wakes all waiters, so that they look again.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT void wake_up_all() const
    {
        UNSAFE("an initialised queue: invariant; 0 wakes every waiter")
        {
            bindings::__wake_up(&raw_, bindings::TASK_NORMAL, 0, nullptr);
        }
    }

    /// For the library: the C object.
    bindings::wait_queue_head* raw() const { return &raw_; }

private:
    mutable bindings::wait_queue_head raw_;
};

} // namespace keel
