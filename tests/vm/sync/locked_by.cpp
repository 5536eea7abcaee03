// SPDX-License-Identifier: GPL-2.0
// That the wrong guard traps, tests/host/dies.cpp shows.
#include <keel/sync/arc.hpp>
#include <keel/sync/locked_by.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Total = Mutex<u32>;

struct Child {
    LockedBy<u32, Total> share;

    explicit Child(const Total& total) : share {total, 3} {}
};

void the_owners_guard_reaches_it(Test& test)
{
    Total total {10u};
    Child first(total), second(total);
    auto guard = total.lock();
    first.share.get_mut(guard) += 2;
    *guard -= 2;
    KEEL_EXPECT(test, first.share.get(guard) == 5 && second.share.get(guard) == 3 && *guard == 8);
}

void a_reader_sees_it(Test& test)
{
    RwSemaphore<u32> owner;
    LockedBy<u32, RwSemaphore<u32>> data {owner};
    {
        auto writer = owner.write();
        data.get_mut(writer) = 9;
    }
    auto reader = owner.read();
    KEEL_EXPECT(test, data.get(reader) == 9);
}

} // namespace

KEEL_SUITE(locked_by_suite, "sync/locked_by", KEEL_CASE(the_owners_guard_reaches_it), KEEL_CASE(a_reader_sees_it));
