// SPDX-License-Identifier: GPL-2.0
// Nobody would run it: the kernel calls init_module only.
#include <keel/module.hpp>
struct Noisy { Noisy(); };
static Noisy noisy; // expect-error: declaration requires a global constructor
