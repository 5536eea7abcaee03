// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
using namespace keel;
bool caller(const Atomic<bool>& a) { return a.fetch_add(true, Relaxed); } // expect-error: no matching member function for call to 'fetch_add'
