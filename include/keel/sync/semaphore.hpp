// SPDX-License-Identifier: GPL-2.0
// So many may go on at once, and the others wait.
// C header: include/linux/semaphore.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/option.hpp>
#include <keel/core/result.hpp>
#include <keel/sync/lock.hpp>
#include <keel/time/jiffies.hpp>

namespace keel {

/// A number of permits: of commands that a device takes at once, of buffers that are lent.
///
///     Semaphore slots {8};
///     auto slot = TRY(slots.down_interruptible());
///
/// It says how many are in a section, not who: what they share has a lock. Where one may go on, a Mutex is faster and
/// lockdep knows it.
///
/// # Context
/// Waiting for a permit is for processes; trying to get one, and giving it back, for every context.
/// # Invariants
/// raw_ is an initialised semaphore at a fixed address.
class KEEL_SEND KEEL_SYNC Semaphore {
public:
    /// One of the permits, which goes back at its end.
    class [[nodiscard]] KEEL_VIEW Permit {
    public:
        Permit(Permit&& other) : from_ {other.from_} { other.from_ = nullptr; }
        Permit& operator=(Permit&&) = delete;
        KEEL_ANY_CONTEXT ~Permit()
        {
            if (!from_)
                return;
            UNSAFE("an initialised semaphore: invariant; down gave this permit") { bindings::up(&from_->raw_); }
        }

    private:
        friend Semaphore;
        explicit Permit(const Semaphore& from KEEL_LIFETIME_BOUND) : from_ {&from} {}

        const Semaphore* from_;
    };

    constexpr explicit Semaphore(unsigned permits)
    {
        if consteval {
            raw_ = {};
            detail::make_unlocked(raw_);
            raw_.count = permits;
        } else {
            UNSAFE("raw_ is at its final address: a Semaphore cannot be moved")
            {
                bindings::sema_init(&raw_, static_cast<int>(permits));
            }
        }
    }
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;

    /// Waits for a permit, however long that takes.
    KEEL_MAY_SLEEP Permit down() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant") { bindings::down(&raw_); }
        return Permit(*this);
    }
    /// # Errors
    /// ETIMEDOUT: it took too long.
    KEEL_MAY_SLEEP Result<Permit> down(Duration timeout) const KEEL_LIFETIME_BOUND
    {
        const auto ticks = static_cast<long>(Ticks::at_least(timeout).count());
        UNSAFE("an initialised semaphore: invariant")
        {
            if (bindings::down_timeout(&raw_, ticks) != 0)
                return ETIMEDOUT;
        }
        return Permit(*this);
    }
    /// # Errors
    /// EINTR: a signal came first.
    KEEL_MAY_SLEEP Result<Permit> down_interruptible() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant") { return permit_unless(bindings::down_interruptible(&raw_)); }
    }
    /// # Errors
    /// EINTR: the process is being killed.
    KEEL_MAY_SLEEP Result<Permit> down_killable() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant") { return permit_unless(bindings::down_killable(&raw_)); }
    }
    /// A permit if there is one.
    KEEL_ANY_CONTEXT Option<Permit> try_down() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("an initialised semaphore: invariant")
        {
            if (bindings::down_trylock(&raw_) != 0)
                return none;
        }
        return Permit(*this);
    }

private:
    Result<Permit> permit_unless(int code) const KEEL_LIFETIME_BOUND
    {
        if (code != 0) [[unlikely]]
            return Error::from_errno(code);
        return Permit(*this);
    }

    mutable bindings::semaphore raw_;
};

} // namespace keel
