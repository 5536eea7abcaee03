// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/per_cpu.hpp>
using namespace keel;
u64 read(const PerCpu<Atomic<u64>>& counts)
{
    const Atomic<u64>& mine = *counts.local(); // expect-error: temporary
    return mine.load(Relaxed);
}
