// SPDX-License-Identifier: GPL-2.0
// What happened, and to whom, the kernel says: a second value would be believed by some.
#include <keel/prelude.hpp>
#include <keel/sysfs/uevent.hpp>
using namespace keel;
Result<void> say(kobject::UeventEnv& env)
{
    TRY(env.add<"ACTION=add">());     // expect-error: this variable is the kernel's to say
    return env.add<"DEVPATH=/sys">(); // expect-error: this variable is the kernel's to say
}
