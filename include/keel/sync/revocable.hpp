// SPDX-License-Identifier: GPL-2.0
// A value that is taken away while others may want to use it.
// C header: include/linux/rcupdate.h
#pragma once

#include <keel/core/option.hpp>
#include <keel/sync/rcu.hpp>

namespace keel {

/// A T that can be revoked: a use that has begun ends first, and those that come later find nothing.
///
///     registers.with([](const Bar& bar) { bar.write(START, 1); });
///     ...
///     registers.revoke();                         // the device is gone
///
/// # Invariants
/// The value is alive until the one who sets revoked_ has waited for all sections that may use it.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND_SYNC Revocable {
public:
    Revocable(T value) : value_ {move(value)} {}
    Revocable(const Revocable&) = delete;
    Revocable& operator=(const Revocable&) = delete;
    ~Revocable()
    {
        if (!revoked_)
            value_.~T();
    }

    /// Calls `use(value)` in a read section, in which nothing may sleep, if the value was not revoked; says whether.
    ///
    /// # Context
    /// Any.
    template <class Use> KEEL_INLINE bool with(Use use KEEL_ATOMIC_CALLBACK) const
    {
        const auto section = rcu::read();
        if (is_revoked())
            return false;
        use(static_cast<const T&>(value_));
        return true;
    }

    /// The value, if it was not revoked, for as long as the section is open.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<const T&>
    get(const rcu::ReadGuard& section KEEL_LIFETIME_BOUND) const KEEL_LIFETIME_BOUND
    {
        (void)section;
        if (is_revoked())
            return none;
        return value_;
    }

    /// Whether it was revoked. May be out of date when it returns false.
    KEEL_ANY_CONTEXT bool is_revoked() const { return __atomic_load_n(&revoked_, __ATOMIC_RELAXED); }

    /// Lets nobody use the value from now on, waits for those who do, and destroys it. Returns false if it was revoked
    /// already; it may not be destroyed yet then.
    ///
    /// # Context
    /// May sleep, for some ticks. Not in a section.
    KEEL_MAY_SLEEP bool revoke() const
    {
        if (__atomic_exchange_n(&revoked_, true, __ATOMIC_RELAXED))
            return false;
        rcu::synchronize();
        value_.~T();
        return true;
    }

private:
    union {
        mutable T value_;
    };
    mutable bool revoked_ = false;
};

} // namespace keel
