// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/rwlock.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static constinit const RwLock<u32> global {5u};

void a_writer_is_alone(Test& test)
{
    RwLock<u32> lock {1u};
    {
        auto writer = lock.write();
        ++*writer;
        KEEL_EXPECT(test, lock.try_read().is_none() && lock.try_write().is_none());
    }
    {
        auto writer = lock.write_irqsave();
        ++*writer;
        KEEL_EXPECT(test, lock.try_read().is_none());
        auto moved = move(writer);
        ++*moved;
    }
    KEEL_EXPECT(test, *lock.read() == 4);
    KEEL_EXPECT(test, lock.try_write().is_some());
}

void readers_are_not(Test& test)
{
    RwLock<u32> lock;
    {
        auto reader = lock.read();
        auto other = lock.try_read();
        KEEL_EXPECT(test, *reader == 0 && other.is_some() && lock.try_write().is_none());
    }
    {
        auto reader = lock.read_irqsave();
        KEEL_EXPECT(test, *reader == 0 && lock.try_read().is_some() && lock.try_write().is_none());
    }
    KEEL_EXPECT(test, lock.try_write().is_some());
}

void softirqs_or_interrupts_are_off(Test& test)
{
    RwLock<u32> lock {1u};
    ++*lock.write_irq();
    ++*lock.write_bh();
    {
        auto reader = lock.read_irq();
        KEEL_EXPECT(test, *reader == 3 && lock.try_write().is_none() && lock.try_write_irqsave().is_none());
    }
    {
        auto reader = lock.read_bh();
        KEEL_EXPECT(test, *reader == 3 && lock.try_read().is_some());
    }
    {
        auto writer = lock.write_bh();
        KEEL_EXPECT(test, lock.try_read().is_none());
    }
    auto writer = lock.try_write_irqsave();
    KEEL_EXPECT(test, writer.is_some() && *writer.value() == 3 && lock.try_read().is_none());
}

void a_global_one_guards_its_data(Test& test)
{
    const u32 before = *global.read();
    ++*global.write();
    KEEL_EXPECT(test, before >= 5 && *global.read_irqsave() == before + 1);
}

} // namespace

KEEL_SUITE(rwlock_suite, "sync/rwlock", KEEL_CASE(a_writer_is_alone), KEEL_CASE(readers_are_not),
           KEEL_CASE(softirqs_or_interrupts_are_off), KEEL_CASE(a_global_one_guards_its_data));
