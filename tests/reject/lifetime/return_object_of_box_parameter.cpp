// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

struct Config { u32 rate; };
const Config& show(Box<Config> config)
{
    return *config; // expect-error: [keel-dangling]
}
