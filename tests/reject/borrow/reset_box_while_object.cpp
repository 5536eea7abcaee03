// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Config { u32 rate; };
u32 stop(Box<Config>& config)
{
    const u32& rate = config->rate;
    config.reset(); // expect-error: [keel-exclusive]
    return rate;
}
