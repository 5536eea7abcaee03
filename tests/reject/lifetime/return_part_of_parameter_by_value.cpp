// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

struct Config { u32 rate; };
const u32& rate_of(Config config)
{
    return config.rate; // expect-error: reference to stack memory associated with parameter 'config' returned
}
