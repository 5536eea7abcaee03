// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Config { u32 rate; };
u32 forget(Box<Config>& config)
{
    const Option<Config&> old = config.get();
    config.reset(); // expect-error: [keel-exclusive]
    return old.is_some() ? old.value().rate : 0;
}
