// SPDX-License-Identifier: GPL-2.0
// rustc: E0277, a raw pointer is not Send
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void send(Vec<int>& values)
{
    Vec<int>* raw = &values;
    later::queue([raw] { (void)raw; }); // expect-error: this closure is kept after the call, and captures a borrow [keel-borrow-escapes]
}
