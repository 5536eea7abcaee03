// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

struct Settings { u32 limit; };
Arc<Settings> settings();
u32 limit()
{
    const Settings& now = *settings(); // expect-error: temporary
    return now.limit;
}
