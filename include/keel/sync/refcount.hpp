// SPDX-License-Identifier: GPL-2.0
// A count of references that cannot wrap around.
// C header: include/linux/refcount.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// Counts the users of something whose end is not that of an object; what is shared whole is an Arc.
///
/// Overflow, a count up from zero and a count down from zero make the kernel warn once, and the count stays where it
/// is for good: what it counts leaks and is not freed under a user.
///
/// # Context
/// Any.
class KEEL_SEND KEEL_SYNC Refcount {
public:
    /// Starts at `users`, not above INT_MAX.
    constexpr explicit Refcount(int users = 1) : raw_ {.refs = {.counter = users}} {}
    Refcount(const Refcount&) = delete;
    Refcount& operator=(const Refcount&) = delete;

    /// One more. The caller is one of those counted, so that it is not zero.
    KEEL_ANY_CONTEXT KEEL_INLINE void inc() const
    {
        UNSAFE("an initialised count") { bindings::refcount_inc(&raw_); }
    }

    /// One more, unless there is none; says whether.
    KEEL_ANY_CONTEXT [[nodiscard]] KEEL_INLINE bool inc_not_zero() const
    {
        UNSAFE("an initialised count") { return bindings::refcount_inc_not_zero(&raw_); }
    }

    /// One less; true for who was the last, and sees all that the others did before.
    KEEL_ANY_CONTEXT [[nodiscard]] KEEL_INLINE bool dec_and_test() const
    {
        UNSAFE("an initialised count") { return bindings::refcount_dec_and_test(&raw_); }
    }

    /// How many there are at this moment; for messages and tests.
    KEEL_ANY_CONTEXT KEEL_INLINE u32 count() const
    {
        UNSAFE("an initialised count") { return bindings::refcount_read(&raw_); }
    }

private:
    mutable bindings::refcount_t raw_;
};

} // namespace keel
