// SPDX-License-Identifier: GPL-2.0
// Its memory goes back to the pool, not to kfree.
// rustc: E0308
#include <keel/alloc/mempool.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Box<u64> boxed(Pooled<u64> number)
{
    return number; // expect-error: no viable conversion
}
