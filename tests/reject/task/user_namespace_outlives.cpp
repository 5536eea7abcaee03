// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
using namespace keel;
const UserNamespace& caller(const CurrentTask& current_task KEEL_LIFETIME_BOUND)
{
    const ARef<Credentials> kept(current_task.credentials());
    return kept->user_namespace(); // expect-error: reference to stack memory associated with local variable 'kept' returned
}
