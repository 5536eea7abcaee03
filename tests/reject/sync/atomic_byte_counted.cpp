// SPDX-License-Identifier: GPL-2.0
// The kernel exchanges bytes; it has no arithmetic for them.
#include <keel/sync/atomic.hpp>
using namespace keel;
u8 caller(const Atomic<u8>& a) { return a.fetch_add(1, Relaxed); } // expect-error: no matching member function for call to 'fetch_add'
