// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
using namespace keel;
const Task& who()
{
    const CurrentTask me = current();
    // expect-error@+1: [keel-dangling]
    return *me; // expect-error: returned
}
