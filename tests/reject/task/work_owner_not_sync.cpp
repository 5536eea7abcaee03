// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct KEEL_NOT_SYNC Counter {
    u32 n = 0;
};
struct Cache {
    Counter counter;
    Work<Cache> trim; // expect-error: [keel-not-sync]
};
