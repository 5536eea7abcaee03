// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
using namespace keel;
u32 caller(const Atomic<u32>& a)
{
    Atomic<u32> mine = a; // expect-error: call to deleted constructor
    return mine.load(Relaxed);
}
