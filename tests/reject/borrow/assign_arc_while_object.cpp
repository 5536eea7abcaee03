// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Settings { u32 limit; };
u32 update(Arc<Settings>& shared, const Arc<Settings>& fresh)
{
    const u32& limit = shared->limit;
    shared = fresh.clone(); // expect-error: [keel-exclusive]
    return limit;
}
