// SPDX-License-Identifier: GPL-2.0
// An event that is waited for.
// C header: include/linux/completion.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/result.hpp>
#include <keel/sync/lock.hpp>
#include <keel/sync/waiter.hpp>
#include <keel/time/jiffies.hpp>

namespace keel {

/// Something that is done once, or counted, and that others wait for. Each `complete` lets one waiter go, also one that
/// comes later; after `complete_all` nobody waits any more, until `reinit`.
///
/// What is done before a completion is seen by whoever waited for it.
///
/// # Invariants
/// raw_ is an initialised completion at a fixed address.
class KEEL_SEND KEEL_SYNC Completion {
public:
    constexpr Completion()
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_.wait);
        } else {
            UNSAFE("raw_ is at its final address: a Completion cannot be moved") { bindings::init_completion(&raw_); }
        }
    }
    Completion(const Completion&) = delete;
    Completion& operator=(const Completion&) = delete;

    /// Lets one waiter go.
    KEEL_ANY_CONTEXT void complete() const
    {
        UNSAFE("an initialised completion: invariant") { bindings::complete(&raw_); }
    }
    /// Lets everybody go, those to come included.
    KEEL_ANY_CONTEXT void complete_all() const
    {
        UNSAFE("an initialised completion: invariant") { bindings::complete_all(&raw_); }
    }
    /// Makes it an event that has not happened. Somebody may be waiting, and goes on waiting.
    KEEL_ANY_CONTEXT void reinit() const
    {
        UNSAFE("an initialised completion: invariant") { bindings::reinit_completion(&raw_); }
    }

    /// Whether a wait would end at once.
    KEEL_ANY_CONTEXT bool is_done() const
    {
        UNSAFE("an initialised completion: invariant") { return bindings::completion_done(&raw_); }
    }
    /// Takes one completion if there is one; says whether.
    KEEL_ANY_CONTEXT [[nodiscard]] bool try_wait() const
    {
        UNSAFE("an initialised completion: invariant") { return bindings::try_wait_for_completion(&raw_); }
    }

    // Waiting, all in process context.

    KEEL_MAY_SLEEP void wait() const
    {
        UNSAFE("an initialised completion: invariant") { bindings::wait_for_completion(&raw_); }
    }
    /// # Errors
    /// ETIMEDOUT: it took too long.
    KEEL_MAY_SLEEP Result<void> wait(Duration timeout) const
    {
        UNSAFE("an initialised completion: invariant")
        {
            return left(static_cast<long>(bindings::wait_for_completion_timeout(&raw_, ticks(timeout))));
        }
    }
    /// # Errors
    /// ERESTARTSYS: a signal came first.
    KEEL_MAY_SLEEP Result<void> wait_interruptible() const
    {
        UNSAFE("an initialised completion: invariant")
        {
            return Result<void>::from_errno(bindings::wait_for_completion_interruptible(&raw_));
        }
    }
    /// # Errors
    /// ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    KEEL_MAY_SLEEP Result<void> wait_interruptible(Duration timeout) const
    {
        UNSAFE("an initialised completion: invariant")
        {
            return left(bindings::wait_for_completion_interruptible_timeout(&raw_, ticks(timeout)));
        }
    }
    /// # Errors
    /// ERESTARTSYS: the process is being killed.
    KEEL_MAY_SLEEP Result<void> wait_killable() const
    {
        UNSAFE("an initialised completion: invariant")
        {
            return Result<void>::from_errno(bindings::wait_for_completion_killable(&raw_));
        }
    }
    /// # Errors
    /// ERESTARTSYS: the process is being killed. ETIMEDOUT: it took too long.
    KEEL_MAY_SLEEP Result<void> wait_killable(Duration timeout) const
    {
        UNSAFE("an initialised completion: invariant")
        {
            return left(bindings::wait_for_completion_killable_timeout(&raw_, ticks(timeout)));
        }
    }
    /// As wait_interruptible, by a task that need not be woken to be frozen while the machine sleeps.
    ///
    /// # Errors
    /// ERESTARTSYS: a signal came first.
    KEEL_MAY_SLEEP Result<void> wait_freezable() const
    {
        UNSAFE("an initialised completion: invariant")
        {
            return Result<void>::from_errno(
                bindings::wait_for_completion_state(&raw_, static_cast<unsigned>(detail::Sleep::Freezable)));
        }
    }

private:
    static unsigned long ticks(Duration timeout) { return Ticks::at_least(timeout).count(); }
    /// What the timed waits return: the ticks that were left, 0 if none were, or an errno.
    static Result<void> left(long ticks)
    {
        if (ticks == 0)
            return ETIMEDOUT;
        return Result<void>::from_errno(ticks < 0 ? static_cast<int>(ticks) : 0);
    }

    mutable bindings::completion raw_;
};

} // namespace keel
