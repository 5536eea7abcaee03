// SPDX-License-Identifier: GPL-2.0
// Names for the compiler attributes that carry the library's promises to the compiler and the checker.
#pragma once

/// The result (or the object built) borrows from this parameter and must not outlive it.
#define KEEL_LIFETIME_BOUND [[clang::lifetimebound]]

/// The type borrows what it shows: it must not outlive what it was made from.
#define KEEL_VIEW [[gsl::Pointer]]

/// The type owns one thing and can be passed in registers although it has a destructor.
#define KEEL_OWNER [[clang::trivial_abi]]

/// The function is a few instructions and belongs in its caller, as its C twin is a macro or static inline.
#define KEEL_INLINE [[gnu::always_inline]] inline
