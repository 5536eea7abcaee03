// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
#include <keel/sync/barrier.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

enum class State : u8 { idle, busy, gone };

/// Every operation of a number, from 0.
template <class T> bool counts(const Atomic<T>& value)
{
    value.store(5, Relaxed);
    bool right = value.fetch_add(2, Relaxed) == 5 && value.fetch_add(1, Acquire) == 7;
    right = right && value.fetch_add(1, Release) == 8 && value.fetch_add(1, Full) == 9;
    value.add(5);
    value.sub(3);
    value.inc();
    value.dec();
    right = right && value.load(Relaxed) == 12 && value.load(Acquire) == 12;
    value.store(1, Release);
    return right && value.dec_and_test() && !value.dec_and_test() && value.load(Relaxed) == static_cast<T>(-1);
}

template <class T> bool keeps_bits(const Atomic<T>& value)
{
    value.store(0xf0, Relaxed);
    bool right = value.fetch_or(0x0f, Relaxed) == 0xf0 && value.fetch_or(0x100, Acquire) == 0xff;
    right = right && value.fetch_or(1, Release) == 0x1ff && value.fetch_or(1, Full) == 0x1ff;
    right = right && value.fetch_and(0xff, Relaxed) == 0x1ff && value.fetch_and(0x7f, Acquire) == 0xff;
    right = right && value.fetch_and(0x3f, Release) == 0x7f && value.fetch_and(0x1f, Full) == 0x3f;
    value.set_bits(0x40);
    value.clear_bits(0x0f);
    right = right && value.fetch_xor(0x0f, Relaxed) == 0x50 && value.fetch_xor(0x0e, Acquire) == 0x5f;
    right = right && value.fetch_xor(0x01, Release) == 0x51 && value.fetch_xor(0x40, Full) == 0x50;
    value.flip_bits(0x40);
    return right && value.load(Relaxed) == 0x50;
}

/// What every Atomic has, with two values that differ, the first of them in it.
template <class T> bool exchanges(const Atomic<T>& value, T first, T second)
{
    bool right = value.exchange(second, Relaxed) == first && value.exchange(first, Acquire) == second;
    right = right && value.exchange(second, Release) == first && value.exchange(first, Full) == second;
    auto stored = value.compare_exchange(first, second, Relaxed);
    right = right && stored.ok() && stored.found() == first;
    auto refused = value.compare_exchange(first, second, Acquire);
    right = right && !refused.ok() && refused.found() == second;
    right = right && value.compare_exchange(second, first, Release).ok();
    return right && value.compare_exchange(first, second, Full).ok() && value.load(Relaxed) == second;
}

void numbers_count(Test& test)
{
    KEEL_EXPECT(test, counts(Atomic<i32>()));
    KEEL_EXPECT(test, counts(Atomic<u32>()));
    KEEL_EXPECT(test, counts(Atomic<i64>()));
    KEEL_EXPECT(test, counts(Atomic<u64>()));
    KEEL_EXPECT(test, counts(Atomic<usize>()));
}

void numbers_wrap(Test& test)
{
    Atomic<u32> narrow {0xffffffff};
    KEEL_EXPECT(test, narrow.fetch_add(2, Full) == 0xffffffff && narrow.load(Relaxed) == 1);
    Atomic<i64> wide {0x7fffffffffffffff};
    wide.inc();
    KEEL_EXPECT(test, wide.load(Relaxed) == -0x7fffffffffffffff - 1);
    Atomic<u64> large {1};
    KEEL_EXPECT(test, large.fetch_add(0xfffffffffffffffe, Relaxed) == 1 && large.load(Relaxed) == ~u64 {0});
}

void bits_are_set_and_cleared(Test& test)
{
    KEEL_EXPECT(test, keeps_bits(Atomic<i32>()));
    KEEL_EXPECT(test, keeps_bits(Atomic<u32>()));
    KEEL_EXPECT(test, keeps_bits(Atomic<i64>()));
    KEEL_EXPECT(test, keeps_bits(Atomic<u64>()));
}

void values_of_every_kind_are_exchanged(Test& test)
{
    KEEL_EXPECT(test, exchanges<i32>(Atomic<i32> {-1}, -1, 7));
    KEEL_EXPECT(test, exchanges<u64>(Atomic<u64> {1}, 1, ~u64 {0}));
    KEEL_EXPECT(test, exchanges<u8>(Atomic<u8> {1}, 1, 0xff) && exchanges<i8>(Atomic<i8> {-1}, -1, 0x7f));
    KEEL_EXPECT(test, exchanges<u16>(Atomic<u16> {1}, 1, 0xffff) && exchanges<i16>(Atomic<i16> {-2}, -2, 5));
    static_assert(sizeof(Atomic<u8>) == 1 && sizeof(Atomic<u16>) == 2);
    Atomic<u16> half;
    half.store(0x8001, Release);
    KEEL_EXPECT(test, half.load(Acquire) == 0x8001);
    const auto next = [](u16 n) { return Option<u16>(static_cast<u16>(n + 1)); };
    KEEL_EXPECT(test, half.fetch_update(next, Full).value_or(0) == 0x8001 && half.load(Relaxed) == 0x8002);
    KEEL_EXPECT(test, exchanges<bool>(Atomic<bool> {true}, true, false));
    KEEL_EXPECT(test, exchanges<State>(Atomic<State> {State::busy}, State::busy, State::gone));
    Atomic<bool> flag;
    flag.store(true, Release);
    KEEL_EXPECT(test, flag.load(Acquire));
}

void an_update_stores_what_it_is_told(Test& test)
{
    const Atomic<u32> users {3};
    const auto below_five = [](u32 n) { return n < 5 ? Option<u32>(n + 1) : none; };
    KEEL_EXPECT(test, users.fetch_update(below_five, Full).value_or(0) == 3);
    KEEL_EXPECT(test, users.fetch_update(below_five, Relaxed).value_or(0) == 4);
    KEEL_EXPECT(test, users.fetch_update(below_five, Relaxed).is_none() && users.load(Relaxed) == 5);
    // The first attempt meets another's change, as the callback makes it.
    u32 attempts = 0;
    const auto disturbed = [&](u32 n) {
        if (attempts++ == 0)
            users.store(100, Relaxed);
        return Option<u32>(n + 1);
    };
    KEEL_EXPECT(test, users.fetch_update(disturbed, Acquire).value_or(0) == 100 && attempts == 2);
    KEEL_EXPECT(test, users.load(Relaxed) == 101);
}

static constinit const Atomic<u32> global_hits {40};

void a_global_is_counted_without_a_lock(Test& test)
{
    const u32 before = global_hits.load(Relaxed);
    global_hits.inc();
    smp_mb();
    smp_wmb();
    smp_rmb();
    barrier();
    KEEL_EXPECT(test, global_hits.load(Relaxed) == before + 1);
}

} // namespace

KEEL_SUITE(atomic_suite, "sync/atomic", KEEL_CASE(numbers_count), KEEL_CASE(numbers_wrap),
           KEEL_CASE(bits_are_set_and_cleared), KEEL_CASE(values_of_every_kind_are_exchanged),
           KEEL_CASE(an_update_stores_what_it_is_told), KEEL_CASE(a_global_is_counted_without_a_lock));
