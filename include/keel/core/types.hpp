// SPDX-License-Identifier: GPL-2.0
// The integer types under their kernel names, and the few type functions that everything else is written with.
#pragma once

#include <keel/core/attributes.hpp>

/// Placement new, which the language leaves to a standard header that kernel code does not have.
KEEL_INLINE void* operator new(__SIZE_TYPE__, void* where) noexcept { return where; }

namespace keel {

using u8 = unsigned char;
using u16 = unsigned short;
using u32 = unsigned int;
using u64 = unsigned long long;
using i8 = signed char;
using i16 = short;
using i32 = int;
using i64 = long long;
using usize = __SIZE_TYPE__;
using isize = __PTRDIFF_TYPE__;
/// A file offset in bytes; negative values are never valid positions.
using loff_t = long long;

template <class T> struct RemoveReference {
    using Type = T;
};
template <class T> struct RemoveReference<T&> {
    using Type = T;
};
template <class T> struct RemoveReference<T&&> {
    using Type = T;
};
template <class T> using Unreferenced = typename RemoveReference<T>::Type;
template <class T> using Unqualified = __remove_cvref(T);

template <class A, class B>
concept SameAs = __is_same(A, B);
template <class T>
concept Integer = __is_integral(T) && !SameAs<__remove_cv(T), bool>;
template <class T>
concept TriviallyCopyable = __is_trivially_copyable(T);
template <class T>
concept TriviallyDestructible = __is_trivially_destructible(T);

/// Marks `value` as one whose content may be taken.
template <class T> KEEL_INLINE constexpr Unreferenced<T>&& move(T&& value KEEL_LIFETIME_BOUND) noexcept
{
    return static_cast<Unreferenced<T>&&>(value);
}

/// Passes an argument on as what it came as.
template <class T> KEEL_INLINE constexpr T&& forward(Unreferenced<T>& value KEEL_LIFETIME_BOUND) noexcept
{
    return static_cast<T&&>(value);
}

/// Exchanges two values.
///
/// # Context
/// Any: it destroys only what was moved from, which owns nothing any more.
template <class T> KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE constexpr void swap(T& a, T& b) noexcept
{
    T kept = move(a);
    a = move(b);
    b = move(kept);
}

/// The smaller of two values of one type.
template <class T> KEEL_INLINE constexpr T min(T a, T b) { return b < a ? b : a; }

/// The greater of two values of one type.
template <class T> KEEL_INLINE constexpr T max(T a, T b) { return a < b ? b : a; }

} // namespace keel
