// SPDX-License-Identifier: GPL-2.0
// The order is always written.
#include <keel/sync/atomic.hpp>
using namespace keel;
u32 caller(const Atomic<u32>& a) { return a.fetch_add(1); } // expect-error: no matching member function for call to 'fetch_add'
