// SPDX-License-Identifier: GPL-2.0
// Model tests: operations on a container and on a plain array, which must agree after each. A seed chooses them, in the
// kernel and on the host, or a fuzzer.
#pragma once

#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
#include <keel/core/print.hpp>
#include <keel/test/suite.hpp>

namespace model {

using namespace keel;

/// What a model test does next: from a seed, without end, or from the bytes of a fuzzer, until they are used up.
class Choices {
public:
    explicit Choices(u64 seed) : state_ {seed * 0x9e3779b97f4a7c15 + 1} {}
    /// From bytes, of which the first few hundred count.
    explicit Choices(Span<const u8> bytes) : state_ {0}, len_ {min(bytes.len(), most)}
    {
        for (usize i = 0; i < len_; i++)
            bytes_[i] = bytes[i];
    }

    /// A number below `n`.
    u32 below(u32 n)
    {
        if (state_ == 0)
            return n <= 256 ? byte() % n : (byte() << 8 | byte()) % n;
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<u32>((state_ >> 32) % n);
    }
    /// True once in `n` times.
    bool once_in(u32 n) { return below(n) == 0; }
    /// Whether only zeroes follow.
    bool ended() const { return state_ == 0 && next_ == len_; }

private:
    static constexpr usize most = 600;

    u32 byte() { return next_ != len_ ? bytes_[next_++] : 0; }

    u64 state_; // 0: the bytes count
    usize next_ = 0;
    usize len_ = 0;
    Array<u8, most> bytes_ {};
};

/// A row of numbers, kept in the most simple way.
struct Row {
    static constexpr usize max = 512;

    Array<u32, max> at;
    usize len;

    /// An empty one: too large for the kernel's stack.
    static Box<Row> empty() { return Box<Row>::zeroed(GFP_KERNEL).take(); }

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

/// Ends a run unless `condition` holds.
#define MODEL_EXPECT(...)                                                                                              \
    do {                                                                                                               \
        if (!(__VA_ARGS__)) {                                                                                          \
            ::keel::test::report<"# {}:{}: " #__VA_ARGS__ "\n">(::keel::CStr(__FILE_NAME__), __LINE__);                \
            return false;                                                                                              \
        }                                                                                                              \
    } while (false)

} // namespace model
