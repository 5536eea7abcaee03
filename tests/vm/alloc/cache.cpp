// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/cache.hpp>
#include <keel/core/array.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Session {
    u64 id;
    Array<u8, 192> log;
};

void a_cache_gives_boxes(Test& test)
{
    Result<Cache<Session>> made = Cache<Session>::create("keel_test_session");
    if (!made.ok())
        return;
    Cache<Session> first = made.take();
    const Cache<Session> cache = move(first); // before what it allocates, so that it goes after that
    Array<Box<Session>, 40> sessions {};
    for (u32 i = 0; i < 40; i++) {
        Result<Box<Session>> session = cache.box(GFP_KERNEL, u64 {i}, Array<u8, 192> {});
        if (!session.ok())
            return;
        sessions[i] = session.take();
    }
    for (u32 i = 0; i < 40; i++)
        KEEL_EXPECT(test, sessions[i]->id == i && sessions[i]->log[191] == 0);
    Result<Slot<Session>> slot = cache.slot(GFP_ATOMIC);
    if (!slot.ok())
        return;
    Box<Session> later = slot.take().fill(u64 {99}, Array<u8, 192> {});
    KEEL_EXPECT(test, later->id == 99);
}

void an_unused_cache_goes(Test& test)
{
    Result<Cache<u32>> first = Cache<u32>::create("keel_test_a");
    Result<Cache<u32>> second = Cache<u32>::create("keel_test_b");
    if (!first.ok() || !second.ok())
        return;
    Cache<u32> cache = first.take();
    cache = second.take();
    Result<Box<u32>> box = cache.box(GFP_NOWAIT, 5u);
    KEEL_EXPECT(test, !box.ok() || *box.take() == 5);
}

} // namespace

KEEL_SUITE(cache_suite, "alloc/cache", KEEL_CASE(a_cache_gives_boxes), KEEL_CASE(an_unused_cache_goes));
