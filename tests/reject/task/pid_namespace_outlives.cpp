// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/pid.hpp>
using namespace keel;
// The namespace is that of the task that runs, for as long as the function that asked.
const PidNamespace& caller()
{
    const CurrentTask me = current();
    return PidNamespace::of(me); // expect-error: reference to stack memory associated with local variable 'me' returned
}
