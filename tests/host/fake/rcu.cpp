// SPDX-License-Identifier: GPL-2.0
// RCU of a single CPU: whoever waits for readers is none, so a wait is over at once. What is freed later is freed then.
#include "fake.hpp"

#include <bindings/sync.hpp>

namespace {

unsigned open_sections;

constexpr unsigned long long grace_period = 8'000'000;

} // namespace

namespace bindings {
extern "C" {

void rcu_read_lock() { open_sections++; }
void rcu_read_unlock()
{
    if (open_sections-- == 0)
        fake::die("a read section ends that was not open");
}
void synchronize_rcu()
{
    if (open_sections > 0)
        fake::die("a reader waits for all readers to end");
    fake::sleep(grace_period);
}

} // extern "C"
} // namespace bindings
