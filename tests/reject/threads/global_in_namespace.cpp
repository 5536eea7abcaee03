// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

namespace driver {
constinit bool ready = false; // expect-error: [keel-mutable-global]
void set_ready() { ready = true; }
} // namespace driver
