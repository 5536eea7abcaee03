// SPDX-License-Identifier: GPL-2.0
// Integer arithmetic and conversions that report what does not fit.
#pragma once

#include <keel/core/option.hpp>

namespace keel {

/// a + b, or nothing if it does not fit.
template <Integer T> constexpr Option<T> checked_add(T a, T b)
{
    T sum;
    return __builtin_add_overflow(a, b, &sum) ? Option<T> {} : Option<T> {sum};
}

/// a - b, or nothing if it does not fit.
template <Integer T> constexpr Option<T> checked_sub(T a, T b)
{
    T difference;
    return __builtin_sub_overflow(a, b, &difference) ? Option<T> {} : Option<T> {difference};
}

/// a * b, or nothing if it does not fit.
template <Integer T> constexpr Option<T> checked_mul(T a, T b)
{
    T product;
    return __builtin_mul_overflow(a, b, &product) ? Option<T> {} : Option<T> {product};
}

/// `value` as another integer type, or nothing if it does not fit.
template <Integer To, Integer From> constexpr Option<To> checked_cast(From value)
{
    To converted;
    return __builtin_add_overflow(value, From {0}, &converted) ? Option<To> {} : Option<To> {converted};
}

} // namespace keel
