// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Config { u32 rate; };
u32 reload(Box<Config>& config, Box<Config> fresh)
{
    const Config& old = *config;
    config = move(fresh); // expect-error: [keel-exclusive]
    return old.rate;
}
