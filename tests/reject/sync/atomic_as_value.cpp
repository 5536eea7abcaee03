// SPDX-License-Identifier: GPL-2.0
// Reading is a load, with an order.
#include <keel/sync/atomic.hpp>
using namespace keel;
bool caller(const Atomic<u32>& a) { return a == 3u; } // expect-error: invalid operands to binary expression
