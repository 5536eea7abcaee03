// SPDX-License-Identifier: GPL-2.0
// Whether the name was free is not to be ignored.
#include <keel/proc/entry.hpp>
#include <keel/prelude.hpp>
using namespace keel;
void make()
{
    proc::Dir::create("nic"); // expect-error: ignoring return value
}
