// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
using namespace keel;
i32 who()
{
    const Task& me = *current(); // expect-error: temporary
    return me.pid();
}
