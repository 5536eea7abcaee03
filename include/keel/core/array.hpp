// SPDX-License-Identifier: GPL-2.0
// A fixed number of objects in place, with checked access.
#pragma once

#include <keel/core/span.hpp>

namespace keel {

/// N Ts in place. An aggregate: `Array<int, 3> a = {1, 2, 3}`; `{}` zeroes it.
template <class T, usize N> struct Array {
    static_assert(N > 0, "an Array has at least one element");

    T elements[N];

    static constexpr usize len() { return N; }

    /// The element at `index`. Traps if there is none.
    KEEL_STABLE constexpr T& operator[](usize index) KEEL_LIFETIME_BOUND { return span()[index]; }
    constexpr const T& operator[](usize index) const KEEL_LIFETIME_BOUND { return span()[index]; }

    /// The element at `index`, or nothing.
    KEEL_STABLE constexpr Option<T&> get(usize index) KEEL_LIFETIME_BOUND { return span().get(index); }
    constexpr Option<const T&> get(usize index) const KEEL_LIFETIME_BOUND { return span().get(index); }

    KEEL_STABLE constexpr Span<T> span() KEEL_LIFETIME_BOUND { return Span<T>(elements); }
    constexpr Span<const T> span() const KEEL_LIFETIME_BOUND { return Span<const T>(elements); }
    KEEL_STABLE constexpr operator Span<T>() KEEL_LIFETIME_BOUND { return span(); }
    constexpr operator Span<const T>() const KEEL_LIFETIME_BOUND { return span(); }

    /// The first `n` elements. Traps if there are fewer.
    KEEL_STABLE constexpr Span<T> first(usize n) KEEL_LIFETIME_BOUND { return span().first(n); }
    constexpr Span<const T> first(usize n) const KEEL_LIFETIME_BOUND { return span().first(n); }

    KEEL_STABLE constexpr T* begin() KEEL_LIFETIME_BOUND { return span().begin(); }
    KEEL_STABLE constexpr T* end() KEEL_LIFETIME_BOUND { return span().end(); }
    constexpr const T* begin() const KEEL_LIFETIME_BOUND { return span().begin(); }
    constexpr const T* end() const KEEL_LIFETIME_BOUND { return span().end(); }
};

template <class T, class... Rest> Array(T, Rest...) -> Array<T, 1 + sizeof...(Rest)>;

} // namespace keel
