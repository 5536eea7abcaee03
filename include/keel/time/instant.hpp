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
};

/// As Monotonic, but goes on while the machine is suspended.
struct Boottime {
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_boottime(); }
    }
};

/// Nanoseconds since 1970 in UTC; is set, and may go back.
struct Realtime {
    KEEL_ANY_CONTEXT KEEL_INLINE static i64 read()
    {
        UNSAFE("no condition: reads the clock") { return bindings::ktime_get_real(); }
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

} // namespace keel
