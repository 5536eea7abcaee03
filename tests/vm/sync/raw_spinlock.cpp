// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/raw_spinlock.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static constinit const RawSpinLock<u32> global {5u};

void it_guards_its_data(Test& test)
{
    RawSpinLock<u32> lock {1u};
    {
        auto guard = lock.lock();
        ++*guard;
        KEEL_EXPECT(test, lock.try_lock().is_none());
    }
    {
        auto guard = lock.lock_irqsave();
        auto moved = move(guard);
        ++*moved;
    }
    auto guard = lock.try_lock();
    KEEL_EXPECT(test, guard.is_some() && *guard.value() == 3);
}

void it_is_held_in_many_ways(Test& test)
{
    RawSpinLock<u32> lock, inner {7u};
    ++*lock.lock_irq();
    ++*lock.lock_bh();
    KEEL_EXPECT(test, lock.with([](u32& n) { return ++n; }) == 3);
    {
        auto guard = lock.try_lock_irqsave();
        KEEL_EXPECT(test, guard.is_some() && lock.try_lock_irqsave().is_none() && lock.try_lock().is_none());
    }
    {
        auto guard = lock.try_lock_bh();
        KEEL_EXPECT(test, guard.is_some() && lock.try_lock_bh().is_none());
    }
    auto outer_guard = lock.lock();
    auto inner_guard = inner.lock_nested<1>();
    KEEL_EXPECT(test, *outer_guard == 3 && *inner_guard == 7);
}

void a_global_one_guards_its_data(Test& test)
{
    const u32 before = *global.lock();
    ++*global.lock_irqsave();
    KEEL_EXPECT(test, before >= 5 && *global.lock() == before + 1);
}

} // namespace

KEEL_SUITE(raw_spinlock_suite, "sync/raw_spinlock", KEEL_CASE(it_guards_its_data), KEEL_CASE(it_is_held_in_many_ways),
           KEEL_CASE(a_global_one_guards_its_data));
