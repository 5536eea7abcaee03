// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/alloc/mempool.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void keep(Pooled<u64> number);
u64 read(Pooled<u64> number)
{
    u64& inner = *number;
    keep(move(number)); // expect-error: [keel-exclusive]
    return inner;
}
