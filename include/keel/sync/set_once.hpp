// SPDX-License-Identifier: GPL-2.0
// A value that is set once, by whoever comes first, and then only read.
#pragma once

#include <keel/core/option.hpp>
#include <keel/core/result.hpp>

namespace keel {

/// A T that is not there at first, and never changes once it is.
///
/// # Context
/// Any. Reading is one load.
/// # Invariants
/// The value is alive exactly while state_ is is_set; who changes empty to taken is the only one to write it.
template <class T> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND_SYNC SetOnce {
    static constexpr u8 empty = 0, taken = 1, is_set = 2;

public:
    SetOnce() : nothing_ {} {}
    SetOnce(const SetOnce&) = delete;
    SetOnce& operator=(const SetOnce&) = delete;
    ~SetOnce()
    {
        if (state_ == is_set)
            value_.~T();
    }

    /// Sets the value, if nobody has.
    ///
    /// # Errors
    /// EEXIST: there is one, or another thread is setting it; `value` is dropped.
    Result<void> set(T value) const
    {
        u8 expected = empty;
        if (!__atomic_compare_exchange_n(&state_, &expected, taken, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
            return EEXIST;
        ::new (static_cast<void*>(&value_)) T(move(value));
        __atomic_store_n(&state_, is_set, __ATOMIC_RELEASE);
        return {};
    }

    /// The value, if it is set.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<const T&> get() const KEEL_LIFETIME_BOUND
    {
        if (__atomic_load_n(&state_, __ATOMIC_ACQUIRE) != is_set)
            return none;
        return value_;
    }

private:
    union {
        mutable T value_;
        char nothing_;
    };
    mutable u8 state_ = empty;
};

} // namespace keel
