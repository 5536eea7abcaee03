// SPDX-License-Identifier: GPL-2.0
// What one task can see of a seqlock; tests/host/stress.cpp has several.
#include <keel/sync/seqlock.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Position {
    u64 x;
    u32 y;
    u8 kind;
};

void a_reader_gets_what_was_written(Test& test)
{
    SeqLock<Position> position {Position {.x = 1, .y = 2, .kind = 3}};
    const Position first = position.load();
    KEEL_EXPECT(test, first.x == 1 && first.y == 2 && first.kind == 3);
    position.store(Position {.x = ~u64 {0}, .y = 5, .kind = 255});
    const Position second = position.load();
    KEEL_EXPECT(test, second.x == ~u64 {0} && second.y == 5 && second.kind == 255);
}

void an_update_changes_and_returns(Test& test)
{
    SeqLock<Position> position;
    KEEL_EXPECT(test, position.update([](Position& p) { return ++p.x; }) == 1);
    KEEL_EXPECT(test, position.update_irqsave([](Position& p) { return p.y += 4; }) == 4);
    position.update([](Position& p) { p.kind = 1; });
    const Position last = position.load();
    KEEL_EXPECT(test, last.x == 1 && last.y == 4 && last.kind == 1);
}

void a_byte_will_do(Test& test)
{
    SeqLock<u8> byte {u8 {7}};
    byte.update([](u8& b) { b++; });
    KEEL_EXPECT(test, byte.load() == 8);
}

static constinit const SeqLock<Position> global {Position {.x = 1, .y = 2, .kind = 3}};
static constinit const SeqLock<u8> global_byte;

void a_global_one_is_there_before_any_code(Test& test)
{
    const Position before = global.load();
    KEEL_EXPECT(test, before.x >= 1 && before.y == 2 && before.kind == 3 && global_byte.load() == 0);
    global.update([](Position& p) { p.x++; });
    KEEL_EXPECT(test, global.load().x == before.x + 1 && global.load().kind == 3);
}

} // namespace

KEEL_SUITE(seqlock_suite, "sync/seqlock", KEEL_CASE(a_reader_gets_what_was_written),
           KEEL_CASE(an_update_changes_and_returns), KEEL_CASE(a_byte_will_do),
           KEEL_CASE(a_global_one_is_there_before_any_code));
