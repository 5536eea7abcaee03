// SPDX-License-Identifier: GPL-2.0
// A length of time.
// C header: include/linux/ktime.h
#pragma once

#include <keel/core/types.hpp>

namespace keel {

/// A length of time in nanoseconds, up to 292 years to either side.
///
/// There is no conversion from a number: the unit is always said. What would not fit stays at the largest (smallest)
/// Duration, as in the kernel's ktime_add_safe.
class KEEL_SEND KEEL_SYNC Duration {
public:
    /// No time at all.
    constexpr Duration() = default;

    KEEL_ANY_CONTEXT static constexpr Duration nanos(i64 n) { return Duration(n); }
    KEEL_ANY_CONTEXT static constexpr Duration micros(i64 n) { return times(n, 1'000); }
    KEEL_ANY_CONTEXT static constexpr Duration millis(i64 n) { return times(n, 1'000'000); }
    KEEL_ANY_CONTEXT static constexpr Duration secs(i64 n) { return times(n, 1'000'000'000); }
    /// The longest there is.
    KEEL_ANY_CONTEXT static constexpr Duration max() { return Duration(__INT64_MAX__); }

    // In whole units, what is left over cut off.
    KEEL_ANY_CONTEXT constexpr i64 as_nanos() const { return nanos_; }
    KEEL_ANY_CONTEXT constexpr i64 as_micros() const { return nanos_ / 1'000; }
    KEEL_ANY_CONTEXT constexpr i64 as_millis() const { return nanos_ / 1'000'000; }
    KEEL_ANY_CONTEXT constexpr i64 as_secs() const { return nanos_ / 1'000'000'000; }

    /// In whole units of `unit`, rounded up, and 0 if it is negative: for waits, which are never too short.
    KEEL_ANY_CONTEXT constexpr u64 count_up(Duration unit) const
    {
        if (nanos_ <= 0 || unit.nanos_ <= 0)
            return 0;
        return (static_cast<u64>(nanos_) - 1) / static_cast<u64>(unit.nanos_) + 1;
    }

    KEEL_ANY_CONTEXT constexpr bool is_negative() const { return nanos_ < 0; }
    KEEL_ANY_CONTEXT constexpr bool is_zero() const { return nanos_ == 0; }

    KEEL_ANY_CONTEXT constexpr Duration operator-() const { return Duration() - *this; }
    KEEL_ANY_CONTEXT friend constexpr Duration operator+(Duration a, Duration b)
    {
        i64 sum;
        return __builtin_add_overflow(a.nanos_, b.nanos_, &sum) ? limit(b.nanos_) : Duration(sum);
    }
    KEEL_ANY_CONTEXT friend constexpr Duration operator-(Duration a, Duration b)
    {
        i64 difference;
        return __builtin_sub_overflow(a.nanos_, b.nanos_, &difference) ? limit(~b.nanos_) : Duration(difference);
    }
    KEEL_ANY_CONTEXT friend constexpr Duration operator*(Duration a, i64 factor) { return times(a.nanos_, factor); }
    KEEL_ANY_CONTEXT constexpr Duration& operator+=(Duration other) { return *this = *this + other; }
    KEEL_ANY_CONTEXT constexpr Duration& operator-=(Duration other) { return *this = *this - other; }

    constexpr bool operator==(const Duration&) const = default;
    KEEL_ANY_CONTEXT friend constexpr bool operator<(Duration a, Duration b) { return a.nanos_ < b.nanos_; }
    KEEL_ANY_CONTEXT friend constexpr bool operator>(Duration a, Duration b) { return b < a; }
    KEEL_ANY_CONTEXT friend constexpr bool operator<=(Duration a, Duration b) { return !(b < a); }
    KEEL_ANY_CONTEXT friend constexpr bool operator>=(Duration a, Duration b) { return !(a < b); }

private:
    constexpr explicit Duration(i64 nanos) : nanos_ {nanos} {}

    /// The end of the range that lies on the side of `sign`.
    static constexpr Duration limit(i64 sign) { return Duration(sign < 0 ? -__INT64_MAX__ - 1 : __INT64_MAX__); }
    static constexpr Duration times(i64 n, i64 unit)
    {
        i64 product;
        return __builtin_mul_overflow(n, unit, &product) ? limit(n ^ unit) : Duration(product);
    }

    i64 nanos_ = 0;
};

} // namespace keel
