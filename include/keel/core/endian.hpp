// SPDX-License-Identifier: GPL-2.0
// Numbers in the byte order of a device, a disk or a network, aligned or not.
// C headers: include/linux/byteorder/generic.h, include/linux/unaligned.h
#pragma once

#include <keel/core/bytes.hpp>
#include <keel/core/option.hpp>
#include <keel/core/span.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {
namespace detail {

inline constexpr bool cpu_is_big = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__;

/// `value` between the order of the CPU and the other one.
template <Integer T> KEEL_ANY_CONTEXT KEEL_INLINE constexpr T swapped(T value)
{
    if constexpr (sizeof(T) == 8)
        return static_cast<T>(__builtin_bswap64(static_cast<u64>(value)));
    else if constexpr (sizeof(T) == 4)
        return static_cast<T>(__builtin_bswap32(static_cast<u32>(value)));
    else if constexpr (sizeof(T) == 2)
        return static_cast<T>(__builtin_bswap16(static_cast<u16>(value)));
    else
        return value;
}

} // namespace detail

/// A T as it lies in memory, the most significant byte first (IsBig) or last. It is no number: it is not computed with,
/// and compares for equality only. Structs of such are FromBytes and AsBytes.
///
///     struct Header {
///         Be16 port;
///         Be16 length;
///     };
///     header.length = Be16::of(len);
///     if (header.port.get() < 1024)
template <Integer T, bool IsBig> struct Endian {
    T stored;

    KEEL_ANY_CONTEXT KEEL_INLINE static constexpr Endian of(T value)
    {
        return {IsBig == detail::cpu_is_big ? value : detail::swapped(value)};
    }
    KEEL_ANY_CONTEXT KEEL_INLINE constexpr T get() const
    {
        return IsBig == detail::cpu_is_big ? stored : detail::swapped(stored);
    }
    constexpr bool operator==(const Endian&) const = default;
};

using Le16 = Endian<u16, false>;
using Le32 = Endian<u32, false>;
using Le64 = Endian<u64, false>;
using Be16 = Endian<u16, true>;
using Be32 = Endian<u32, true>;
using Be64 = Endian<u64, true>;

/// The same at any address: for the members of packed formats.
template <Integer T, bool IsBig> struct UnalignedEndian {
    u8 bytes[sizeof(T)];

    KEEL_ANY_CONTEXT KEEL_INLINE static constexpr UnalignedEndian of(T value)
    {
        UNSAFE("as many bytes, of which any are such a thing")
        {
            return __builtin_bit_cast(UnalignedEndian, Endian<T, IsBig>::of(value));
        }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE constexpr T get() const
    {
        UNSAFE("as many bytes, of which any are a T") { return __builtin_bit_cast(Endian<T, IsBig>, *this).get(); }
    }
    constexpr bool operator==(const UnalignedEndian&) const = default;
};

using UnalignedLe16 = UnalignedEndian<u16, false>;
using UnalignedLe32 = UnalignedEndian<u32, false>;
using UnalignedLe64 = UnalignedEndian<u64, false>;
using UnalignedBe16 = UnalignedEndian<u16, true>;
using UnalignedBe32 = UnalignedEndian<u32, true>;
using UnalignedBe64 = UnalignedEndian<u64, true>;

/// A T made of the bytes from `at` on, wherever they are; nothing if there are too few.
///
///     const auto header = from_bytes<Header>(packet, 14);
///     const auto length = from_bytes<Be16>(packet, 2);
template <FromBytes T> KEEL_ANY_CONTEXT Option<T> from_bytes(Span<const u8> bytes, usize at = 0)
{
    const Option<Span<const u8>> found = bytes.get_slice(at, sizeof(T));
    if (found.is_none())
        return none;
    T made {};
    UNSAFE("as many bytes as a T has, and any make one") { __builtin_memcpy(&made, found.value().data(), sizeof(T)); }
    return made;
}

/// Puts the bytes of `value` at `at`; returns whether there is room, and changes nothing if not.
template <AsBytes T> KEEL_ANY_CONTEXT [[nodiscard]] bool to_bytes(Span<u8> bytes, usize at, const T& value)
{
    const Option<Span<u8>> found = bytes.get_slice(at, sizeof(T));
    if (found.is_none())
        return false;
    UNSAFE("as many bytes as a T has, all of them written once")
    {
        __builtin_memcpy(found.value().data(), &value, sizeof(T));
    }
    return true;
}

} // namespace keel
