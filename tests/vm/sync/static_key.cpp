// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/spinlock.hpp>
#include <keel/sync/static_key.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct First;
using first = StaticKey<First>;
struct Second;
using second = StaticKey<Second>;

[[gnu::noinline]] u32 count(u32 n) { return first::is_on() ? n + 1 : n; }

void the_code_follows_the_switch(Test& test)
{
    for (u32 round = 0; round < 3; round++) {
        KEEL_EXPECT(test, !first::is_on() && count(5) == 5);
        first::enable();
        first::enable();
        KEEL_EXPECT(test, first::is_on() && count(5) == 6 && !second::is_on());
        first::disable();
        first::disable();
    }
    const SpinLock<int> lock;
    const auto held = lock.lock();
    KEEL_EXPECT(test, count(5) == 5);
}

} // namespace

KEEL_SUITE(static_key_suite, "sync/static_key", KEEL_CASE(the_code_follows_the_switch));
