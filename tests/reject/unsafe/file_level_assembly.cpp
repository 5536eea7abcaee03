// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

asm(".globl keel_nothing"); // expect-error: [keel-unsafe-op]
