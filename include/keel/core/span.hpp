// SPDX-License-Identifier: GPL-2.0
// A view of consecutive objects that knows how many there are.
#pragma once

#include <keel/core/bytes.hpp>
#include <keel/core/option.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

template <class T> struct Halves;

/// Borrows `len` consecutive Ts. Every access is checked against the length.
///
/// # Invariants
/// data_ points to at least len_ live Ts for as long as the owner it was made from lives unchanged.
template <class T> class KEEL_VIEW KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Span {
public:
    constexpr Span() : data_ {nullptr}, len_ {0} {}

    template <usize N> constexpr Span(T (&array KEEL_LIFETIME_BOUND)[N]) : data_ {array}, len_ {N} {}

    /// A read-only view of what this shows.
    constexpr Span(const Span<Unqualified<T>>& other)
        requires(__is_const(T))
        : data_ {other.data()}, len_ {other.len()}
    {}
    constexpr Span(const Span&) = default;
    constexpr Span& operator=(const Span&) = default;

    /// # Safety
    /// `data` points to `len` live Ts, which stay where they are while the Span is used.
    KEEL_UNSAFE_FUNCTION static constexpr Span from_raw(T* data KEEL_LIFETIME_BOUND, usize len)
    {
        return Span(data, len);
    }

    constexpr T* data() const { return data_; }
    constexpr usize len() const { return len_; }
    constexpr bool is_empty() const { return len_ == 0; }

    /// The element at `index`. Traps if there is none.
    constexpr T& operator[](usize index) const
    {
        if (index >= len_) [[unlikely]]
            trap("index out of bounds");
        UNSAFE("index is below len_, checked above") { return data_[index]; }
    }

    /// The element at `index`, or nothing.
    constexpr Option<T&> get(usize index) const
    {
        if (index >= len_)
            return none;
        UNSAFE("index is below len_, checked above") { return data_[index]; }
    }

    /// The first `n` elements. Traps if there are fewer.
    constexpr Span first(usize n) const { return slice(0, n); }

    /// The elements from `from` on. Traps if `from` is past the end.
    constexpr Span from(usize from) const { return slice(from, len_ - (from <= len_ ? from : len_)); }

    /// `n` elements from `from` on. Traps if they are not all there.
    constexpr Span slice(usize from, usize n) const
    {
        if (from > len_ || n > len_ - from) [[unlikely]]
            trap("slice out of bounds");
        UNSAFE("from + n is at most len_, checked above") { return Span(data_ + from, n); }
    }

    /// The first `n` elements and the rest, which share nothing: both may be changed at once. Traps if there are fewer.
    constexpr Halves<T> split_at(usize n) const { return {first(n), from(n)}; }

    /// `n` elements from `from` on, or nothing if they are not all there.
    constexpr Option<Span> get_slice(usize from, usize n) const
    {
        if (from > len_ || n > len_ - from)
            return none;
        return slice(from, n);
    }

    /// Copies the elements from `from` on over those at the front, and returns how many they are: what was not used up
    /// of a buffer. Traps if `from` is past the end.
    constexpr usize to_front(usize from) const
        requires(TriviallyCopyable<T> && !__is_const(T))
    {
        const Span rest = this->from(from);
        UNSAFE("rest is a part of this") { __builtin_memmove(data_, rest.data_, rest.len_ * sizeof(T)); }
        return rest.len_;
    }

    constexpr T* begin() const { return data_; }
    constexpr T* end() const
    {
        UNSAFE("one past the last element, never dereferenced") { return data_ + len_; }
    }

private:
    constexpr Span(T* data, usize len) : data_ {data}, len_ {len} {}

    T* data_;
    usize len_;
};

template <class T, usize N> Span(T (&)[N]) -> Span<T>;

/// A Span in two: what split_at gives.
template <class T> struct KEEL_VIEW KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Halves {
    Span<T> first;
    Span<T> rest;
};

/// The bytes of a value that has no padding.
template <AsBytes T> KEEL_INLINE Span<const u8> as_bytes(const T& value KEEL_LIFETIME_BOUND)
{
    UNSAFE("every byte of a T is part of its value: AsBytes")
    {
        return Span<const u8>::from_raw(reinterpret_cast<const u8*>(&value), sizeof(T));
    }
}

/// The bytes of a value that may take any bytes.
template <FromBytes T> KEEL_INLINE Span<u8> as_writable_bytes(T& value KEEL_LIFETIME_BOUND)
{
    UNSAFE("any bytes make a valid T: FromBytes")
    {
        return Span<u8>::from_raw(reinterpret_cast<u8*>(&value), sizeof(T));
    }
}

} // namespace keel
