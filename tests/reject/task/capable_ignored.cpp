// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/credentials.hpp>
using namespace keel;
void reset()
{
    capable(Capability::SysAdmin); // expect-error: ignoring return value
}
