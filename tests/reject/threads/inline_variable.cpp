// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

inline constinit u64 total_bytes = 0; // expect-error: [keel-mutable-global]
void count(u64 bytes) { total_bytes += bytes; }
