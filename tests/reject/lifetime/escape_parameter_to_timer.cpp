// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void arm(const Arc<SpinLock<u32>>& ticks)
{
    later::every(10, [&ticks] { ticks->with([](u32& n) { n++; }); }); // expect-error: [keel-borrow-escapes]
}
