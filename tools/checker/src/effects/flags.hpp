// SPDX-License-Identifier: GPL-2.0
// Allocation flags: whether an allocation may wait for memory is in their type, keel::Gfp.
#pragma once

#include "context_list.hpp"
#include "operation.hpp"

namespace keel::checker::effects {

/// Whether `operation`, of a function that sleeps as its gfp flags say, may sleep. ByFlags if the flags are a parameter
/// of the function that it is in.
Sleeps by_flags(const Operation& operation);

} // namespace keel::checker::effects
