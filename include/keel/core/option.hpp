// SPDX-License-Identifier: GPL-2.0
// A value that may be absent, where absence is not an error.
#pragma once

#include <keel/core/trap.hpp>
#include <keel/core/types.hpp>

namespace keel {

/// The absent value of any Option.
struct None {};
inline constexpr None none;

/// A T, or nothing.
///
/// # Invariants
/// Holds a T exactly while some_ is true.
template <class T> class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Option {
public:
    constexpr Option(None = {}) : nothing_ {}, some_ {false} {}
    constexpr Option(T value) : value_ {move(value)}, some_ {true} {}

    constexpr Option(const Option&)
        requires TriviallyCopyable<T>
    = default;
    constexpr Option(Option&&)
        requires TriviallyCopyable<T>
    = default;
    constexpr Option(Option&& other) : nothing_ {}, some_ {other.some_}
    {
        if (some_)
            ::new (static_cast<void*>(&value_)) T(move(other.value_));
    }
    constexpr Option& operator=(Option other)
    {
        reset();
        if (other.some_) {
            ::new (static_cast<void*>(&value_)) T(move(other.value_));
            some_ = true;
        }
        return *this;
    }

    constexpr ~Option()
        requires TriviallyDestructible<T>
    = default;
    constexpr ~Option() { reset(); }

    constexpr bool is_some() const { return some_; }
    constexpr bool is_none() const { return !some_; }

    /// The value, in place. Traps if there is none.
    KEEL_STABLE constexpr T& value() KEEL_LIFETIME_BOUND { return checked(), value_; }
    constexpr const T& value() const KEEL_LIFETIME_BOUND { return checked(), value_; }

    /// The value, moved out; the Option is empty afterwards. Traps if there is none.
    ///
    /// # Context
    /// Any: it destroys only what was moved from, which owns nothing any more.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED constexpr T take()
    {
        checked();
        T taken = move(value_);
        reset();
        return taken;
    }

    /// The value, or `other` if there is none.
    constexpr T value_or(T other) { return some_ ? move(value_) : move(other); }

    /// Destroys the value, if any.
    constexpr void reset()
    {
        if (some_)
            value_.~T();
        some_ = false;
    }

private:
    constexpr void checked() const
    {
        if (!some_) [[unlikely]]
            trap("value of an empty Option");
    }

    union {
        T value_;
        struct {
        } nothing_; // no byte of which would be set
    };
    bool some_;
};

/// A reference that may be absent. Borrows, like the reference it stands for.
template <class T> class [[nodiscard]] KEEL_VIEW KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Option<T&> {
public:
    constexpr Option(None = {}) : value_ {nullptr} {}
    constexpr Option(T& value KEEL_LIFETIME_BOUND) : value_ {&value}
    {
        // Kernel code is compiled without the rule that a reference is not null; with it, what is there is not tested.
        __builtin_assume(value_ != nullptr);
    }

    constexpr bool is_some() const { return value_ != nullptr; }
    constexpr bool is_none() const { return value_ == nullptr; }

    /// What is referred to. Traps if there is none.
    constexpr T& value() const
    {
        if (!value_) [[unlikely]]
            trap("value of an empty Option");
        return *value_;
    }

private:
    T* value_;
};

} // namespace keel
