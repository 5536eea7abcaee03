// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/jiffies.hpp>
using namespace keel;
// A point of the counter is no number: it wraps, and numbers of ticks are no times.
Jiffies caller(u64 number)
{
    return Jiffies(number); // expect-error: calling a private constructor
}
