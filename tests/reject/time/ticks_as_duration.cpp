// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/jiffies.hpp>
using namespace keel;
bool caller(Ticks ticks, Duration duration)
{
    return ticks == duration; // expect-error: invalid operands to binary expression
}
