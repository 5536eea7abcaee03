// SPDX-License-Identifier: GPL-2.0
// Whether there was room is not to be ignored.
#include <keel/prelude.hpp>
#include <keel/sysfs/uevent.hpp>
using namespace keel;
Result<void> say(kobject::UeventEnv& env)
{
    env.add<"SLOT={}">(1); // expect-error: ignoring return value
    return {};
}
