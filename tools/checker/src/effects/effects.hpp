// SPDX-License-Identifier: GPL-2.0
// The rules about sleeping, which share what is found out about functions.
#pragma once

#include "inference.hpp"

namespace keel::checker::effects {

void check_atomic_context(Context& context, Inference& inference);
void check_context_declared(Context& context, Inference& inference);
void check_nonblocking_conversion(Context& context);

} // namespace keel::checker::effects
