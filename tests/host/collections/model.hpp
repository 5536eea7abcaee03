// SPDX-License-Identifier: GPL-2.0
// Model tests: random operations on a container and on a plain array, which must agree after each.
#pragma once

#include "fake/fake.hpp"

#include <keel/core/print.hpp>
#include <keel/test/suite.hpp>

namespace model {

using namespace keel;

/// Random numbers that a seed repeats.
class Random {
public:
    explicit Random(u64 seed) : state_ {seed * 0x9e3779b97f4a7c15 + 1} {}

    /// A number below `n`.
    u32 below(u32 n)
    {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<u32>((state_ >> 32) % n);
    }
    /// True once in `n` times.
    bool once_in(u32 n) { return below(n) == 0; }

private:
    u64 state_;
};

/// A row of numbers, kept in the most simple way.
struct Row {
    static constexpr usize max = 512;

    u32 at[max];
    usize len = 0;

    void insert(usize index, u32 value)
    {
        for (usize i = len++; i > index; i--)
            at[i] = at[i - 1];
        at[index] = value;
    }
    u32 remove(usize index)
    {
        const u32 removed = at[index];
        len--;
        for (usize i = index; i < len; i++)
            at[i] = at[i + 1];
        return removed;
    }
};

/// Reports whether `run(seed)` holds for each of `seeds` seeds, and that nothing is left behind; for main.
template <class Run> int check(CStr name, u64 seeds, Run run)
{
    test::report<"KTAP version 1\n">();
    test::report<"1..1\n">();
    u64 failed = 0;
    for (u64 seed = 1; seed <= seeds && failed == 0; seed++)
        if (!run(seed) || fake::allocations_alive() != 0 || fake::locks_held() != 0)
            failed = seed;
    test::report<"# the first seed that fails: {} (0: none of {})\n">(failed, seeds);
    test::report<"{} 1 {}\n">(CStr::from_raw(failed ? "not ok" : "ok"), name);
    return failed ? 1 : 0;
}

/// Ends the run of a seed unless `condition` holds.
#define MODEL_EXPECT(...)                                                                                              \
    do {                                                                                                               \
        if (!(__VA_ARGS__)) {                                                                                          \
            ::keel::test::report<"# line {}: " #__VA_ARGS__ "\n">(__LINE__);                                           \
            return false;                                                                                              \
        }                                                                                                              \
    } while (false)

} // namespace model
