// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/sync/per_cpu.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct KEEL_NOT_SYNC Scratch {
    u32 used = 0;
};
struct Device {
    PerCpu<Scratch> scratch;
    Work<Device> work; // expect-error: [keel-not-sync]
};
