// SPDX-License-Identifier: GPL-2.0
// A view captured by value still borrows. rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void send(Span<const u8> bytes)
{
    later::queue([bytes] { (void)bytes.len(); }); // expect-error: this closure is kept after the call, and captures a borrow [keel-borrow-escapes]
}
