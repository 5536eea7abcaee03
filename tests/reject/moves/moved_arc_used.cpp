// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Settings { u32 limit; };
void publish(Arc<Settings> settings);
u32 start(Arc<Settings> settings)
{
    publish(move(settings));
    return settings->limit; // expect-error: [keel-use-after-move]
}
