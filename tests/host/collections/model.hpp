// SPDX-License-Identifier: GPL-2.0
// Model tests: operations on a container and on a plain array, which must agree after each. A seed or a fuzzer chooses
// them.
#pragma once

#include "fake/fake.hpp"

#include <keel/core/print.hpp>
#include <keel/test/suite.hpp>

namespace model {

using namespace keel;

/// What a model test does next: from a seed, without end, or from the bytes of a fuzzer, until they are used up.
class Choices {
public:
    explicit Choices(u64 seed) : state_ {seed * 0x9e3779b97f4a7c15 + 1} {}
    Choices(const u8* bytes, usize len) : next_ {bytes}, end_ {bytes + len} {}

    /// A number below `n`.
    u32 below(u32 n)
    {
        if (next_ != nullptr)
            return n <= 256 ? byte() % n : (byte() << 8 | byte()) % n;
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<u32>((state_ >> 32) % n);
    }
    /// True once in `n` times.
    bool once_in(u32 n) { return below(n) == 0; }
    /// Whether only zeroes follow.
    bool ended() const { return next_ == end_ && next_ != nullptr; }

private:
    u32 byte() { return next_ != end_ ? *next_++ : 0; }

    u64 state_ = 0;
    const u8* next_ = nullptr;
    const u8* end_ = nullptr;
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

/// Lets `run` do as the bytes of a fuzzer say, and ends the program if that goes wrong; for LLVMFuzzerTestOneInput.
template <class Run> int fuzz(const u8* bytes, usize len, Run run)
{
    if (len == 0)
        return 0;
    if (!run(Choices(bytes, len)))
        fake::die("the container does not do as its model does");
    if (fake::allocations_alive() != 0 || fake::locks_held() != 0)
        fake::die("memory or a lock is left behind");
    return 0;
}

/// Ends a run unless `condition` holds.
#define MODEL_EXPECT(...)                                                                                              \
    do {                                                                                                               \
        if (!(__VA_ARGS__)) {                                                                                          \
            ::keel::test::report<"# line {}: " #__VA_ARGS__ "\n">(__LINE__);                                           \
            return false;                                                                                              \
        }                                                                                                              \
    } while (false)

} // namespace model
