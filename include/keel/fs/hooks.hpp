// SPDX-License-Identifier: GPL-2.0
// Which operations a class defines, found at compile time; a wrong signature is an error, not a missing operation.
#pragma once

#include <keel/core/result.hpp>
#include <keel/fs/file.hpp>

namespace keel::fs {

/// What a class has of one operation.
enum class Hook { Absent, Present, Wrong };

/// Whether Member is one of the Allowed types.
template <class Member, class... Allowed> inline constexpr bool is_one_of = (SameAs<Member, Allowed> || ...);

/// Defines hook_NAME<F, Signatures...>(): what F has of an operation or other member NAME that has one of the
/// Signatures, the type of a pointer to it. A member NAME of whatever kind is found, overloaded or private included, by
/// making it ambiguous.
#define KEEL_FS_HOOK(name)                                                                                             \
    struct Fallback_##name {                                                                                           \
        int name;                                                                                                      \
    };                                                                                                                 \
    template <class F> struct Probe_##name : F, Fallback_##name {};                                                    \
    template <class F, class... Signatures> consteval ::keel::fs::Hook hook_##name()                                   \
    {                                                                                                                  \
        if constexpr (requires { &Probe_##name<F>::name; })                                                            \
            return ::keel::fs::Hook::Absent;                                                                           \
        else if constexpr (requires { requires ::keel::fs::is_one_of<decltype(&F::name), Signatures...>; })            \
            return ::keel::fs::Hook::Present;                                                                          \
        else                                                                                                           \
            return ::keel::fs::Hook::Wrong;                                                                            \
    }

/// The object that the operations of an open file are called on.
///
/// # Safety
/// `file` is open, and its private_data an F: the table that called us was made for F by Operations or the like.
template <class F> KEEL_UNSAFE_FUNCTION KEEL_INLINE const F& object_of(bindings::file* file KEEL_LIFETIME_BOUND)
{
    return *static_cast<const F*>(file->private_data);
}

/// 0 or more on success, a negative errno otherwise: what C operations return.
template <class T> KEEL_INLINE long to_c(Result<T> result)
{
    // One of the two is 0. Not ?:, which the compiler would turn into a branch for each way out of the operation.
    return (result.ok() ? static_cast<long>(result.take()) : 0) | result.to_errno();
}

} // namespace keel::fs
