// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Stats {
    u32 opens;
    u32 reads;
};
static constinit Stats stats {}; // expect-error: [keel-mutable-global]
void count_open() { stats.opens++; }
