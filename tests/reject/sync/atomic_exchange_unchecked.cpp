// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
using namespace keel;
void caller(const Atomic<u32>& a) { a.compare_exchange(0, 1, Full); } // expect-error: ignoring return value
