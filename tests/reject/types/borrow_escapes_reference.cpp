// SPDX-License-Identifier: GPL-2.0
// The thread may run when the variable is gone. rustc: E0373
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void count(const Vec<int>& values)
{
    later::spawn([&values] { (void)values.len(); }); // expect-error: this closure is kept after the call, and captures a borrow [keel-borrow-escapes]
}
