// SPDX-License-Identifier: GPL-2.0
// How an atomic operation is ordered with what is around it, as a type: each operation takes the orders it has.
// C documentation: Documentation/atomic_t.txt, tools/memory-model/Documentation/ordering.txt
#pragma once

#include <keel/core/types.hpp>

namespace keel {

namespace order {

/// Says nothing about other memory.
struct Relaxed {};
/// What comes after stays after: pairs with a Release.
struct Acquire {};
/// What came before stays before: whoever acquires what this stores sees all of it.
struct Release {};
/// A full barrier before and after.
struct Full {};

/// The orders of an operation that reads and writes.
template <class O>
concept Any = SameAs<O, Relaxed> || SameAs<O, Acquire> || SameAs<O, Release> || SameAs<O, Full>;

} // namespace order

inline constexpr order::Relaxed Relaxed;
inline constexpr order::Acquire Acquire;
inline constexpr order::Release Release;
inline constexpr order::Full Full;

} // namespace keel
