// SPDX-License-Identifier: GPL-2.0
// An interrupt on the same CPU may be changing it, too. rustc: E0594
#include <keel/prelude.hpp>
#include <keel/sync/per_cpu.hpp>
using namespace keel;
void count(const PerCpu<u64>& counts)
{
    *counts.local() += 1; // expect-error: cannot assign
}
