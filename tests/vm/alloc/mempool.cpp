// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/mempool.hpp>
#include <keel/core/option.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Alive = Arc<Atomic<u32>>;

/// Counts how many are alive; cannot be moved.
struct Counted {
    Alive alive;
    u64 id;

    Counted(Alive count, u64 id) : alive {move(count)}, id {id} { alive->inc(); }
    Counted(const Counted&) = delete;
    ~Counted() { alive->dec(); }
};

void an_allocation_that_may_wait_does_not_fail(Test& test)
{
    Result<Alive> count = Alive::create(GFP_KERNEL, 0u);
    if (!count.ok())
        return;
    const Alive alive = count.take();
    Result<Mempool<Counted>> made = Mempool<Counted>::create(2);
    if (!made.ok())
        return;
    {
        const Mempool<Counted> pool = made.take();
        Pooled<Counted> first = pool.box(GFP_KERNEL, alive.clone(), u64 {1});
        Pooled<Counted> second = pool.box(GFP_NOIO, alive.clone(), u64 {2});
        KEEL_EXPECT(test, alive->load(Relaxed) == 2 && first->id == 1 && (*second).id == 2);
        first = move(second);
        KEEL_EXPECT(test, alive->load(Relaxed) == 1 && second.is_empty() && first->id == 2);
        const Pooled<Counted>& view = first;
        KEEL_EXPECT(test, view->id == 2 && (*view).id == 2);
    }
    KEEL_EXPECT(test, alive->load(Relaxed) == 0);
}

void one_that_may_not_is_a_result(Test& test)
{
    Result<Alive> count = Alive::create(GFP_KERNEL, 0u);
    if (!count.ok())
        return;
    const Alive alive = count.take();
    Option<Pooled<Counted>> last;
    {
        Result<Mempool<Counted>> made = Mempool<Counted>::create(1);
        if (!made.ok())
            return;
        const Mempool<Counted> pool = made.take();
        Result<Pooled<Counted>> counted = pool.box(GFP_ATOMIC, alive.clone(), u64 {3});
        if (!counted.ok())
            return;
        last = counted.take();
    }
    KEEL_EXPECT(test, alive->load(Relaxed) == 1 && last.value()->id == 3);
    last.reset();
    KEEL_EXPECT(test, alive->load(Relaxed) == 0);
}

void a_pool_keeps_something(Test& test)
{
    KEEL_EXPECT(test, Mempool<u64>::create(0).error() == EINVAL && Mempool<u64>::create(~0u).error() == EINVAL);
}

} // namespace

KEEL_SUITE(mempool_suite, "alloc/mempool", KEEL_CASE(an_allocation_that_may_wait_does_not_fail),
           KEEL_CASE(one_that_may_not_is_a_result), KEEL_CASE(a_pool_keeps_something));
