// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/semaphore.hpp>
using namespace keel;
void caller(const Semaphore& slots)
{
    auto slot = slots.down();
    auto twice = slot; // expect-error: deleted
}
