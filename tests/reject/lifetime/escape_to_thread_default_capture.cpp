// SPDX-License-Identifier: GPL-2.0
// rustc: E0373
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(u32 first)
{
    later::spawn([&] { pr_info("{}\n", first); }); // expect-error: [keel-borrow-escapes]
}
