// SPDX-License-Identifier: GPL-2.0
// Stands in for what runs a closure later or elsewhere (threads, timers, work): declarations with the demands that the
// checker enforces, for the programs next door. Nothing is run: the programs are compiled only.
#pragma once

#include <keel/core/types.hpp>

namespace later {

/// Runs `work` once in another thread.
template <class Work> void spawn([[maybe_unused]] KEEL_REQUIRES_SEND KEEL_ESCAPES Work work) {}

/// Runs `work` once in process context, some time later.
template <class Work> void queue([[maybe_unused]] KEEL_REQUIRES_SEND KEEL_ESCAPES Work work) {}

/// Runs `tick` in interrupt context, every so many milliseconds.
template <class Tick> void every(keel::u32, [[maybe_unused]] KEEL_REQUIRES_SEND KEEL_ESCAPES KEEL_ATOMIC_CALLBACK Tick tick) {}

/// Hands `value` over to another thread.
template <class T> void hand_over([[maybe_unused]] KEEL_REQUIRES_SEND T value) {}

} // namespace later
