// SPDX-License-Identifier: GPL-2.0
// Whether the name was free is not to be ignored; nor would the folder be there.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
void make()
{
    KSet::create("slots", KObject::kernel()); // expect-error: ignoring return value
}
