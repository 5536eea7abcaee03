// SPDX-License-Identifier: GPL-2.0
// Not const, it could be destroyed, and made anew, while it is held.
#include <keel/prelude.hpp>
using namespace keel;
static constinit Mutex<u32> state {0u}; // expect-error: [keel-mutable-global]
u32 caller() { return *state.lock(); }
