// SPDX-License-Identifier: GPL-2.0
// Its readers look at once: what only one thread may use stays out, although it may go from one to another.
#include <keel/prelude.hpp>
#include <keel/sync/rwlock.hpp>
using namespace keel;
struct KEEL_NOT_SYNC Cache {
    u32 last;
};
static constinit const RwLock<Cache> cache {Cache {.last = 0}}; // expect-error: [keel-not-sync]
