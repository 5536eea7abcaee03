// SPDX-License-Identifier: GPL-2.0
// rustc: E0373
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start()
{
    u32 progress = 0;
    later::spawn([&progress] { pr_info("{}\n", progress); }); // expect-error: [keel-borrow-escapes]
}
