// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/sync/rcu_ptr.hpp>
#include <keel/task/work.hpp>
using namespace keel;
struct KEEL_NOT_SYNC Counter {
    u32 n = 0;
};
struct Device {
    RcuPtr<Counter> counter;
    Work<Device> work; // expect-error: [keel-not-sync]
};
