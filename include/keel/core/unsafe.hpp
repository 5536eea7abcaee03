// SPDX-License-Identifier: GPL-2.0
// The one way out of the safe profile.
#pragma once

#include <keel/core/types.hpp>

namespace keel {

/// Why an unsafe block is sound; refuses, at compile time, a reason too short to say anything.
class UnsafeReason {
public:
    template <usize N> consteval UnsafeReason(const char (&)[N])
    {
        static_assert(N > 12, "UNSAFE needs a reason: the duty, and the fact that meets it");
    }
};

} // namespace keel

/// Opens a block that may do what the safe profile forbids: call the kernel's C functions, cast or compute pointers.
///
/// The block holds one operation; the reason names its duty and the fact that meets it. Every use is counted and
/// listed by `./keel check --unsafe-report`.
///
///     UNSAFE("kfree wants memory of kmalloc: ptr_ came from it in create") { bindings::kfree(ptr_); }
#define UNSAFE(reason) if ([[maybe_unused]] constexpr ::keel::UnsafeReason keel_unsafe_reason_ {reason}; true)
