// SPDX-License-Identifier: GPL-2.0
#include <keel/time/instant.hpp>
using namespace keel;
Duration drift(Instant<clock::Monotonic> a, Instant<clock::Realtime> b)
{
    return b - a; // expect-error: invalid operands
}
bool later(Instant<clock::Monotonic> a, Instant<clock::Boottime> b)
{
    return b > a; // expect-error: invalid operands
}
