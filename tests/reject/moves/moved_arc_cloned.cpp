// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Settings { u32 limit; };
void publish(Arc<Settings> settings);
Arc<Settings> start(Arc<Settings> settings)
{
    publish(move(settings));
    return settings.clone(); // expect-error: [keel-use-after-move]
}
