// SPDX-License-Identifier: GPL-2.0
// vfree may sleep.
#include <keel/prelude.hpp>

using namespace keel;

void drop(const SpinLock<u32>& turn, VBox<u32> table)
{
    auto t = turn.lock();
    (*t)++;
    table.reset(); // expect-error: [keel-atomic-context]
}
