// SPDX-License-Identifier: GPL-2.0
// The rules. Each is a file of rules/ (or a folder, for an analysis) with a page docs/rules/<rule>.md.
#pragma once

#include "context.hpp"

namespace keel::checker {

/// Runs every rule over the translation unit.
void check(Context& context);

void check_goto(Context& context);

} // namespace keel::checker
