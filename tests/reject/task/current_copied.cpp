// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
using namespace keel;
void twice(const CurrentTask& me)
{
    const CurrentTask other = me; // expect-error: deleted
}
