// SPDX-License-Identifier: GPL-2.0
// The time of the last tick is that of its clock, as the exact one is.
#include <keel/time/instant.hpp>
#include <keel/time/jiffies.hpp>
using namespace keel;
Duration drift() { return Instant<clock::Realtime>::now_coarse() - Instant<clock::Monotonic>::now_coarse(); } // expect-error: invalid operands
Duration since(Instant<clock::Boottime> start) { return Instant<clock::Monotonic>::now_coarse() - start; } // expect-error: invalid operands
bool later(Instant<clock::Tai> exact) { return Instant<clock::Realtime>::now_coarse() > exact; } // expect-error: invalid operands
bool same(Jiffies now) { return Instant<clock::Monotonic>::now_coarse() == now; } // expect-error: invalid operands
auto until() { return Deadline<clock::Boottime>::at(Instant<clock::Monotonic>::now_coarse()); } // expect-error: no viable conversion
auto raw() { return Instant<clock::MonotonicRaw>::now_coarse(); } // expect-error: constraints not satisfied
