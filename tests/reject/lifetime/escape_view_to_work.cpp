// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void schedule(Span<const u8> packet)
{
    later::queue([packet] { pr_info("{}\n", packet.len()); }); // expect-error: [keel-borrow-escapes]
}
