// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/pid.hpp>
using namespace keel;
// The reference goes with the ARef.
i32 caller(const Pid& pid)
{
    auto found = pid.task();
    if (found.is_none())
        return 0;
    const Task& task = *found.value();
    found.reset(); // expect-error: [keel-exclusive]
    return task.pid();
}
