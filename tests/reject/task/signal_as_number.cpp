// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/pid.hpp>
using namespace keel;
void caller(const Task& task)
{
    task.send(15); // expect-error: cannot initialize a parameter of type 'Signal'
}
