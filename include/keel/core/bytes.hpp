// SPDX-License-Identifier: GPL-2.0
// Which types may be read from bytes that came from outside, and written as bytes to where others can see them.
#pragma once

#include <keel/core/types.hpp>

namespace keel {
namespace detail {

template <bool Value> struct Verdict {
    static constexpr bool value = Value;
};

/// A number: every pattern of its bits is one of its values. Not so a bool, an enumeration, a pointer. (UserPtr, too.)
template <class T> struct AnyBits : Verdict<Integer<T>> {};
/// A value that tells nothing about where the kernel keeps things.
template <class T> struct Harmless : Verdict<__is_integral(T) || __is_enum(T)> {};

template <template <class> class Accepts, class T> consteval bool all_parts();

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc++26-extensions"
template <template <class> class Accepts, class T> auto all_members(T& value)
{
    auto& [... members] = value;
    return Verdict<(all_parts<Accepts, Unqualified<decltype(members)>>() && ...)> {};
}
#pragma clang diagnostic pop

template <class T> T& declared();

/// Whether Accepts holds for each part of a T that has no parts: structs and arrays are taken apart, whoever nests
/// them. A union, or a class with private members, has no parts that can be seen, and is not accepted.
template <template <class> class Accepts, class T> consteval bool all_parts()
{
    using Element = __remove_cv(__remove_all_extents(T));
    if constexpr (__is_class(Element) && __is_aggregate(Element))
        return decltype(all_members<Accepts>(declared<Element>()))::value;
    else
        return Accepts<Element>::value;
}

} // namespace detail

/// Any object of these bytes is a T: bytes from outside the kernel may be copied into one. Integers, and arrays and
/// structs of them. A struct's members are its own: not from a base class, not in an anonymous struct or union.
template <class T>
concept FromBytes = TriviallyCopyable<T> && detail::all_parts<detail::AnyBits, T>();

/// A T has no padding, hence no byte that was never written, and no address: it may be copied to where others can read
/// it. Integers, bools, enumerations, and arrays and structs of them.
template <class T>
concept AsBytes =
    TriviallyCopyable<T> && __has_unique_object_representations(T) && detail::all_parts<detail::Harmless, T>();

} // namespace keel
