// SPDX-License-Identifier: GPL-2.0
// Two threads would count in one word without a lock.
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Stats {
    mutable u32 hits = 0; // expect-error: [keel-mutable-field]
    void hit() const { hits++; }
};
void start(const Arc<Stats>& stats)
{
    auto mine = stats.clone();
    later::spawn([mine = move(mine)] { mine->hit(); }); // expect-error: [keel-not-send]
    stats->hit();
}
