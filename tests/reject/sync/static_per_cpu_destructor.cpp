// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/per_cpu.hpp>
using namespace keel;
struct Tables;
u32 look()
{
    return StaticPerCpu<Vec<u32>, Tables>::on(0).is_some(); // expect-error: nothing destroys it when the module is unloaded
}
