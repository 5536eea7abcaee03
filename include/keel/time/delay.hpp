// SPDX-License-Identifier: GPL-2.0
// Letting time pass: sleeping where that is allowed, spinning where it is not.
// C header: include/linux/delay.h
#pragma once

#include <bindings/time.hpp>
#include <keel/core/result.hpp>
#include <keel/time/duration.hpp>

namespace keel {

/// Lets at least `duration` pass, and lets others use the CPU meanwhile; by at most a quarter longer than asked for, or
/// by two ticks. Signals do not end it. A negative or zero Duration returns at once.
///
/// # Context
/// May sleep.
KEEL_MAY_SLEEP KEEL_INLINE void sleep(Duration duration)
{
    constexpr u64 most = u64 {__INT_MAX__} * 1'000;
    const u64 micros = duration.count_up(Duration::micros(1));
    UNSAFE("in process context: this function's")
    {
        if (micros > 0)
            bindings::fsleep(micros < most ? micros : most);
    }
}

/// As `sleep`, in whole milliseconds, until a signal comes.
///
/// # Context
/// May sleep.
/// # Errors
/// EINTR: a signal came first.
KEEL_MAY_SLEEP inline Result<void> sleep_interruptible(Duration duration)
{
    const u64 millis = duration.count_up(Duration::millis(1));
    unsigned long left;
    UNSAFE("in process context: this function's")
    {
        left = bindings::msleep_interruptible(static_cast<unsigned>(millis < __INT_MAX__ ? millis : __INT_MAX__));
    }
    if (left > 0)
        return EINTR;
    return {};
}

/// Spins for at least `duration`: for the few microseconds that hardware wants. Nothing else runs on this CPU
/// meanwhile that interrupts do not start, so more than a hundred microseconds are better slept.
///
/// # Context
/// Any.
KEEL_ANY_CONTEXT KEEL_INLINE void delay(Duration duration)
{
    // udelay computes with 32 bits and is exact only for a few milliseconds.
    constexpr u64 piece = 1'000;
    const u64 nanos = duration.count_up(Duration::nanos(1));
    UNSAFE("spins on this CPU; each length is within what the function takes")
    {
        if (nanos < 1'000) {
            if (nanos > 0)
                bindings::ndelay(nanos);
        } else {
            u64 micros = duration.count_up(Duration::micros(1));
            for (; micros > piece; micros -= piece)
                bindings::udelay(piece);
            bindings::udelay(micros);
        }
    }
}

} // namespace keel
