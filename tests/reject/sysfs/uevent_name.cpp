// SPDX-License-Identifier: GPL-2.0
// udev's rules are about variables: NAME=value.
#include <keel/prelude.hpp>
#include <keel/sysfs/uevent.hpp>
using namespace keel;
Result<void> say(kobject::UeventEnv& env)
{
    TRY(env.add<"slot={}">(1)); // expect-error: a variable of an event is NAME=
    TRY(env.add<"SLOT {}">(1)); // expect-error: a variable of an event is NAME=
    TRY(env.add<"={}">(1));     // expect-error: a variable of an event is NAME=
    TRY(env.add<"{}=1">(1));    // expect-error: a variable of an event is NAME=
    return env.add<"1={}">(1);  // expect-error: a variable of an event is NAME=
}
