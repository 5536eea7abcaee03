// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

extern u32 shared_counter; // expect-error: [keel-mutable-global]
u32 look() { return shared_counter; }
