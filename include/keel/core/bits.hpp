// SPDX-License-Identifier: GPL-2.0
// Positions of bits, powers of two, and rounding to a multiple.
// C headers: include/linux/bitops.h, include/linux/log2.h, include/linux/align.h, include/linux/math.h
#pragma once

#include <keel/core/checked.hpp>
#include <keel/core/trap.hpp>

namespace keel {

/// An integer that has no sign.
template <class T>
concept Unsigned = Integer<T> && (static_cast<T>(-1) > static_cast<T>(0));

/// The position of the highest bit that is set, counted from 1; 0 if none is.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr u32 fls(T value)
{
    return value == 0 ? 0 : 64 - static_cast<u32>(__builtin_clzll(value));
}
/// The position of the lowest bit that is set, counted from 1; 0 if none is.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr u32 ffs(T value)
{
    return static_cast<u32>(__builtin_ffsll(static_cast<long long>(u64 {value})));
}
/// How many bits are set.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr u32 hweight(T value)
{
    u64 bits = value; // adds up neighbours: the compiler's builtin may call a function that the kernel has not
    bits -= bits >> 1 & 0x5555'5555'5555'5555;
    bits = (bits & 0x3333'3333'3333'3333) + (bits >> 2 & 0x3333'3333'3333'3333);
    bits = (bits + (bits >> 4)) & 0x0f0f'0f0f'0f0f'0f0f;
    return static_cast<u32>(bits * 0x0101'0101'0101'0101 >> 56);
}

/// The power of two that `value` is at least. Traps for 0.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr u32 ilog2(T value)
{
    if (value == 0) [[unlikely]]
        trap("the logarithm of 0");
    return fls(value) - 1;
}
template <Unsigned T> KEEL_ANY_CONTEXT constexpr bool is_power_of_2(T value)
{
    return value != 0 && (value & (value - 1)) == 0;
}
/// The least power of two that is not below `value`, 1 for 0; nothing if it does not fit a T.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr Option<T> roundup_pow_of_two(T value)
{
    const u32 bits = value <= 1 ? 0 : fls(static_cast<T>(value - 1));
    if (bits >= 8 * sizeof(T))
        return none;
    return static_cast<T>(T {1} << bits);
}

namespace detail {

template <Unsigned T> KEEL_ANY_CONTEXT constexpr T mask_of(T align)
{
    if (!is_power_of_2(align)) [[unlikely]]
        trap("an alignment that is no power of two");
    return static_cast<T>(align - 1);
}

} // namespace detail

// Alignments are powers of two; another one traps.

/// The greatest multiple of `align` that is not above `value`.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr T align_down(T value, T align)
{
    return static_cast<T>(value & ~detail::mask_of(align));
}
/// The least multiple of `align` that is not below `value`; nothing if it does not fit a T.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr Option<T> align_up(T value, T align)
{
    const T mask = detail::mask_of(align);
    const Option<T> above = checked_add(value, mask);
    if (above.is_none())
        return none;
    return static_cast<T>(above.value() & ~mask);
}
template <Unsigned T> KEEL_ANY_CONTEXT constexpr bool is_aligned(T value, T align)
{
    return (value & detail::mask_of(align)) == 0;
}

/// How many pieces of `size` hold `value`. Traps if `size` is 0.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr T div_round_up(T value, T size)
{
    if (size == 0) [[unlikely]]
        trap("a division by 0");
    return static_cast<T>(value / size + (value % size != 0 ? 1 : 0));
}
/// The least multiple of `size`, of any size, that is not below `value`; nothing if it does not fit a T. Traps if
/// `size` is 0.
template <Unsigned T> KEEL_ANY_CONTEXT constexpr Option<T> roundup(T value, T size)
{
    return checked_mul(div_round_up(value, size), size);
}

} // namespace keel
