// SPDX-License-Identifier: GPL-2.0
// Any CPU may run hit() at any time.
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

static constinit u32 hits = 0; // expect-error: [keel-mutable-global]
u32 hit() { return ++hits; }
