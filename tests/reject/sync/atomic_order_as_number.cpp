// SPDX-License-Identifier: GPL-2.0
// The compiler's numbers are no orders of the kernel's model.
#include <keel/sync/atomic.hpp>
using namespace keel;
u32 load(const Atomic<u32>& a) { return a.load(__ATOMIC_ACQUIRE); } // expect-error: no matching member function for call to 'load'
u32 add(const Atomic<u32>& a)
{
    return a.fetch_add(1, __ATOMIC_SEQ_CST); // expect-error: no matching member function for call to 'fetch_add'
}
