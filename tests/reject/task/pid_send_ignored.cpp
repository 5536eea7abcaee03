// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/pid.hpp>
using namespace keel;
void caller(const Pid& pid)
{
    pid.send(Signal::Term); // expect-error: ignoring return value
}
