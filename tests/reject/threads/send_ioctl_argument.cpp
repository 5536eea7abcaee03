// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(ioctl::Arg arg)
{
    later::queue([arg = move(arg)] { pr_info("{}\n", arg.value()); }); // expect-error: [keel-not-send]
}
