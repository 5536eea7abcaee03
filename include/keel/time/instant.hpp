// SPDX-License-Identifier: GPL-2.0
// Points in time, of clocks that do not mix.
// C headers: include/linux/timekeeping.h, include/linux/ktime.h
#pragma once

#include <bindings/time.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/time/duration.hpp>

namespace keel {

/// The kernel's clocks, as types.
namespace clock {

/// Runs from boot, stands still while the machine is suspended, is never set: for measuring.
struct Monotonic {
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get(); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read_coarse()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_coarse(); }
    }
};

/// As Monotonic, but goes on while the machine is suspended.
struct Boottime {
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_boottime(); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read_coarse()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_coarse_boottime(); }
    }
};

/// Nanoseconds since 1970 in UTC; is set, and may go back.
struct Realtime {
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_real(); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read_coarse()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_coarse_real(); }
    }
};

/// Nanoseconds since 1970 without leap seconds: never goes back but when it is set.
struct Tai {
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_clocktai(); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read_coarse()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_coarse_clocktai(); }
    }
};

/// As Monotonic, but at the pace of the hardware, which nobody corrects: for comparing with another oscillator.
struct MonotonicRaw {
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_raw(); }
    }
};

} // namespace clock

/// One of the above.
template <class C>
concept Clock = requires {
    { C::read() } -> SameAs<i64>;
};

/// A point in time on the clock C. Instants of different clocks neither compare nor subtract.
///
///     const auto start = Instant<clock::Monotonic>::now();
///     ...
///     pr_info("took {} us\n", start.elapsed().as_micros());
template <Clock C> class KEEL_SEND KEEL_SYNC Instant {
public:
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT KEEL_INLINE static Instant now() { return Instant(Duration::nanos(C::read())); }

    /// As of the last tick: costs less than asking the hardware, and is up to a tick behind.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT KEEL_INLINE static Instant now_coarse()
        requires requires { C::read_coarse(); }
    {
        return Instant(Duration::nanos(C::read_coarse()));
    }

    /// The point `since` after the clock's zero.
    KEEL_ANY_CONTEXT static constexpr Instant at(Duration since) { return Instant(since); }
    /// How long after the clock's zero it is.
    KEEL_ANY_CONTEXT constexpr Duration since_zero() const { return since_zero_; }

    /// The time from this Instant until now; negative if it is still to come.
    ///
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT KEEL_INLINE Duration elapsed() const { return now() - *this; }

    KEEL_ANY_CONTEXT friend constexpr Duration operator-(Instant a, Instant b) { return a.since_zero_ - b.since_zero_; }
    KEEL_ANY_CONTEXT friend constexpr Instant operator+(Instant a, Duration b) { return Instant(a.since_zero_ + b); }
    KEEL_ANY_CONTEXT friend constexpr Instant operator-(Instant a, Duration b) { return Instant(a.since_zero_ - b); }

    constexpr bool operator==(const Instant&) const = default;
    KEEL_ANY_CONTEXT friend constexpr bool operator<(Instant a, Instant b) { return a.since_zero_ < b.since_zero_; }
    KEEL_ANY_CONTEXT friend constexpr bool operator>(Instant a, Instant b) { return b < a; }
    KEEL_ANY_CONTEXT friend constexpr bool operator<=(Instant a, Instant b) { return !(b < a); }
    KEEL_ANY_CONTEXT friend constexpr bool operator>=(Instant a, Instant b) { return !(a < b); }

private:
    constexpr explicit Instant(Duration since_zero) : since_zero_ {since_zero} {}

    Duration since_zero_;
};

/// Until when something may take: for loops that ask hardware, and for waits in several steps.
///
///     const auto deadline = Deadline<>::after(Duration::millis(20));
///     while (!is_ready()) {
///         if (deadline.has_passed())
///             return ETIMEDOUT;
///         sleep(Duration::micros(50));
///     }
template <Clock C = clock::Monotonic> class KEEL_SEND KEEL_SYNC Deadline {
public:
    /// # Context
    /// Any but NMI.
    KEEL_ANY_CONTEXT static Deadline after(Duration duration) { return Deadline(Instant<C>::now() + duration); }
    KEEL_ANY_CONTEXT static constexpr Deadline at(Instant<C> when) { return Deadline(when); }

    KEEL_ANY_CONTEXT constexpr Instant<C> when() const { return when_; }
    KEEL_ANY_CONTEXT bool has_passed() const { return remaining().is_zero(); }
    /// The time that is left; none left is no time at all, never a negative one.
    KEEL_ANY_CONTEXT Duration remaining() const
    {
        const Duration left = when_ - Instant<C>::now();
        return left.is_negative() ? Duration() : left;
    }

private:
    constexpr explicit Deadline(Instant<C> when) : when_ {when} {}

    Instant<C> when_;
};

} // namespace keel
