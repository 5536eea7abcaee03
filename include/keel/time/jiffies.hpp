// SPDX-License-Identifier: GPL-2.0
// The kernel's coarse clock: a counter of ticks, which timers and timeouts are given in.
// C header: include/linux/jiffies.h
#pragma once

#include <bindings/time.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/time/duration.hpp>

namespace keel {

/// A length of time as user space gives it: C's struct timespec64.
struct TimeSpec {
    i64 seconds;
    /// Below 1'000'000'000.
    u32 nanos;
};

/// A number of ticks of the kernel, HZ of which are a second.
///
/// # Invariants
/// ticks_ is at most MAX_JIFFY_OFFSET, half of what the counter wraps at.
class KEEL_SEND KEEL_SYNC Ticks {
public:
    /// The shortest number of ticks that lasts at least `duration`; 0 of a negative one.
    KEEL_ANY_CONTEXT KEEL_INLINE static constexpr Ticks at_least(Duration duration)
    {
        const u64 ticks = duration.count_up(tick());
        return Ticks(ticks < most ? static_cast<unsigned long>(ticks) : most);
    }

    /// The same of a time in seconds and nanoseconds, which are not negative.
    KEEL_ANY_CONTEXT static Ticks at_least(TimeSpec time)
    {
        const bindings::timespec64 raw {.tv_sec = time.seconds, .tv_nsec = time.nanos};
        UNSAFE("reads what it is given") { return of(bindings::timespec64_to_jiffies(&raw)); }
    }

    /// What C functions count in.
    KEEL_ANY_CONTEXT static constexpr Ticks of(unsigned long ticks) { return Ticks(ticks < most ? ticks : most); }

    /// How long they last, cut off to nanoseconds.
    KEEL_ANY_CONTEXT TimeSpec time() const
    {
        bindings::timespec64 raw {};
        UNSAFE("writes what it is given") { bindings::jiffies_to_timespec64(ticks_, &raw); }
        return {.seconds = raw.tv_sec, .nanos = static_cast<u32>(raw.tv_nsec)};
    }

    /// How many there are, as C functions want it.
    KEEL_ANY_CONTEXT constexpr unsigned long count() const { return ticks_; }

    /// How long they last.
    KEEL_ANY_CONTEXT constexpr Duration duration() const { return tick() * static_cast<i64>(ticks_); }

    /// How long one lasts.
    KEEL_ANY_CONTEXT static constexpr Duration tick() { return Duration::nanos(1'000'000'000 / bindings::HZ); }

    constexpr bool operator==(const Ticks&) const = default;

private:
    friend class Jiffies;
    static constexpr unsigned long most = (~0ul >> 2) - 1;

    constexpr explicit Ticks(unsigned long ticks) : ticks_ {ticks} {}

    unsigned long ticks_;
};

/// A point on the tick counter. The counter wraps, so two points compare by the shorter way round.
class KEEL_SEND KEEL_SYNC Jiffies {
public:
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT KEEL_INLINE static Jiffies now()
    {
        UNSAFE("the counter is read whole, by one load") { return Jiffies(bindings::jiffies); }
    }

    /// What C code keeps it as.
    KEEL_ANY_CONTEXT constexpr unsigned long count() const { return at_; }

    /// The ticks from this point until now; 0 if it is still to come.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT Ticks elapsed() const
    {
        const Jiffies now = Jiffies::now();
        return Ticks(*this < now ? now.at_ - at_ : 0);
    }

    KEEL_ANY_CONTEXT friend constexpr Jiffies operator+(Jiffies a, Ticks b) { return Jiffies(a.at_ + b.ticks_); }
    /// At least `b` later.
    KEEL_ANY_CONTEXT friend constexpr Jiffies operator+(Jiffies a, Duration b) { return a + Ticks::at_least(b); }

    constexpr bool operator==(const Jiffies&) const = default;
    KEEL_ANY_CONTEXT friend constexpr bool operator<(Jiffies a, Jiffies b)
    {
        return static_cast<long>(a.at_ - b.at_) < 0;
    }
    KEEL_ANY_CONTEXT friend constexpr bool operator>(Jiffies a, Jiffies b) { return b < a; }
    KEEL_ANY_CONTEXT friend constexpr bool operator<=(Jiffies a, Jiffies b) { return !(b < a); }
    KEEL_ANY_CONTEXT friend constexpr bool operator>=(Jiffies a, Jiffies b) { return !(a < b); }

private:
    constexpr explicit Jiffies(unsigned long at) : at_ {at} {}

    unsigned long at_;
};

} // namespace keel
