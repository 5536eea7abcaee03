// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Settings { u32 limit; };
void publish(Arc<Settings> settings);
u32 publish_and_look(Arc<Settings> settings)
{
    const Settings& now = *settings;
    publish(move(settings)); // expect-error: [keel-exclusive]
    return now.limit;
}
