// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

KEEL_ANY_CONTEXT void settle() {} // expect-error: [keel-
