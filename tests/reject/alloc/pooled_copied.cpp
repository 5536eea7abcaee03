// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/alloc/mempool.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u64 twice(const Pooled<u64>& number)
{
    Pooled<u64> copy = number; // expect-error: deleted
    return *copy;
}
