// SPDX-License-Identifier: GPL-2.0
// What gives a result says how it is ordered.
#include <keel/sync/atomic.hpp>
using namespace keel;
u32 exchange(const Atomic<u32>& a) { return a.exchange(1); } // expect-error: no matching member function for call to 'exchange'
bool compare(const Atomic<u32>& a)
{
    return a.compare_exchange(1, 2).ok(); // expect-error: no matching member function for call to 'compare_exchange'
}
u32 mask(const Atomic<u32>& a) { return a.fetch_and(1); } // expect-error: no matching member function for call to 'fetch_and'
