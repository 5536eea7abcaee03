// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/condvar.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static constinit const RwSemaphore<u32> global {5u};

void a_writer_is_alone(Test& test)
{
    RwSemaphore<u32> lock {1u};
    {
        auto writer = lock.write();
        ++*writer;
        KEEL_EXPECT(test, lock.try_read().is_none() && lock.try_write().is_none());
    }
    {
        auto writer = lock.write_killable();
        KEEL_EXPECT(test, writer.ok() && lock.try_read().is_none());
    }
    KEEL_EXPECT(test, *lock.read() == 2);
    KEEL_EXPECT(test, lock.try_write().is_some());
}

void readers_are_not(Test& test)
{
    RwSemaphore<u32> lock;
    {
        auto reader = lock.read();
        auto other = lock.try_read();
        KEEL_EXPECT(test, *reader == 0 && other.is_some() && lock.try_write().is_none());
    }
    KEEL_EXPECT(test, lock.read_killable().ok());
    KEEL_EXPECT(test, lock.try_write().is_some());
}

void a_writer_becomes_a_reader(Test& test)
{
    RwSemaphore<u32> lock;
    {
        auto writer = lock.write();
        *writer = 7;
        auto reader = lock.downgrade(move(writer));
        KEEL_EXPECT(test, *reader == 7 && lock.try_read().is_some() && lock.try_write().is_none());
    }
    KEEL_EXPECT(test, lock.try_write().is_some());
}

void a_writer_waits(Test& test)
{
    RwSemaphore<u32> lock;
    CondVar changed;
    auto writer = lock.write();
    KEEL_EXPECT(test, !changed.wait(writer, [](u32& n) { return n == 1; }, Duration::millis(2)).ok());
    KEEL_EXPECT(test, lock.try_read().is_none());
}

void a_global_one_guards_its_data(Test& test)
{
    const u32 before = *global.read();
    ++*global.write();
    KEEL_EXPECT(test, before >= 5 && *global.read() == before + 1);
}

} // namespace

KEEL_SUITE(rwsem_suite, "sync/rwsem", KEEL_CASE(a_writer_is_alone), KEEL_CASE(readers_are_not),
           KEEL_CASE(a_writer_becomes_a_reader), KEEL_CASE(a_writer_waits), KEEL_CASE(a_global_one_guards_its_data));
