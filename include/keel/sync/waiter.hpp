// SPDX-License-Identifier: GPL-2.0
// How a task waits on a queue until something is so. For the library: drivers use WaitQueue and CondVar.
// C header: include/linux/wait.h, include/linux/sched.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/result.hpp>
#include <keel/time/jiffies.hpp>

namespace keel::detail {

/// What ends a wait besides what is waited for.
enum class Sleep : unsigned {
    Uninterruptible = bindings::TASK_UNINTERRUPTIBLE,
    Interruptible = bindings::TASK_INTERRUPTIBLE,
    Killable = bindings::TASK_KILLABLE,
    Freezable = bindings::TASK_INTERRUPTIBLE | bindings::TASK_FREEZABLE,
};

/// The current task in a queue, for the scope of this object.
///
/// It sleeps by way of a flag that the waker sets, not by the task's state alone: so between two sleeps the task runs
/// as any other, and may look at what it waits for under a mutex. (wait_event of C looks in the state of a sleeper,
/// where nothing may sleep.)
///
/// # Invariants
/// entry_ is in queue_ while queued_ is true; its waker is the task that made it.
class KEEL_NOT_SEND KEEL_NOT_SYNC Waiter {
public:
    Waiter(bindings::wait_queue_head* queue, bool exclusive)
        : queue_ {queue}, entry_ {.flags = 0,
                                  .private_ = bindings::get_current(),
                                  .func = bindings::woken_wake_function,
                                  .entry = {nullptr, nullptr}}
    {
        UNSAFE("a live queue: the caller lends it; the entry is at its final address, and leaves in the destructor")
        {
            exclusive ? bindings::add_wait_queue_exclusive(queue_, &entry_) : bindings::add_wait_queue(queue_, &entry_);
        }
    }
    Waiter(const Waiter&) = delete;
    Waiter& operator=(const Waiter&) = delete;
    ~Waiter()
    {
        if (queued_)
            leave();
    }

    /// Sleeps until somebody wakes the queue, or did since the last time; returns what is left of `ticks`.
    KEEL_MAY_SLEEP long sleep(Sleep how, long ticks)
    {
        UNSAFE("the protocol of woken_wake_function: the state is set before the flag is read, and the flag cleared "
               "before "
               "the caller looks again")
        {
            bindings::set_current_state(static_cast<unsigned>(how));
            if (!is_woken())
                ticks = bindings::schedule_timeout(ticks);
            bindings::__set_current_state(bindings::TASK_RUNNING);
            __atomic_fetch_and(&entry_.flags, ~woken, __ATOMIC_SEQ_CST);
        }
        return ticks;
    }

    /// Whether a signal ends this kind of wait.
    static bool is_interrupted(Sleep how)
    {
        UNSAFE("asks about the current task")
        {
            return bindings::signal_pending_state(static_cast<unsigned>(how), bindings::get_current()) != 0;
        }
    }

    /// Leaves without what was waited for. Who was woken alone, and does not use it, wakes the next.
    KEEL_MAY_SLEEP Error give_up(Error why)
    {
        leave();
        if ((entry_.flags & bindings::WQ_FLAG_EXCLUSIVE) && is_woken()) {
            UNSAFE("a live queue: invariant") { bindings::__wake_up(queue_, bindings::TASK_NORMAL, 1, nullptr); }
        }
        return why;
    }

private:
    static constexpr unsigned woken = bindings::WQ_FLAG_WOKEN;

    bool is_woken() const { return __atomic_load_n(&entry_.flags, __ATOMIC_RELAXED) & woken; }

    void leave()
    {
        queued_ = false;
        UNSAFE("in the queue: invariant") { bindings::remove_wait_queue(queue_, &entry_); }
    }

    bindings::wait_queue_head* queue_;
    bindings::wait_queue_entry entry_;
    bool queued_ = true;
};

/// A timeout as schedule_timeout wants it, for which the longest Duration is none.
KEEL_INLINE long ticks_of(Duration timeout)
{
    return timeout == Duration::max() ? __LONG_MAX__ : static_cast<long>(Ticks::at_least(timeout).count());
}

/// Waits on `queue` until `ready()`. Between two looks it calls `sleep(waiter, ticks)`, which returns the ticks left.
///
/// # Errors
/// ERESTARTSYS: a signal that ends `how` came first. ETIMEDOUT: it took too long.
template <class Ready, class SleepOnce>
Result<void> wait_until(bindings::wait_queue_head* queue, bool exclusive, Sleep how, Duration timeout, Ready ready,
                        SleepOnce sleep)
{
    if (ready())
        return {};
    long ticks = ticks_of(timeout);
    Waiter waiter(queue, exclusive);
    while (!ready()) {
        if (Waiter::is_interrupted(how))
            return waiter.give_up(ERESTARTSYS);
        if (ticks == 0)
            return waiter.give_up(ETIMEDOUT);
        ticks = sleep(waiter, ticks);
    }
    return {};
}

} // namespace keel::detail
