// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/semaphore.hpp>
using namespace keel;
void caller(const Semaphore& slots)
{
    slots.down(); // expect-error: ignoring return value
}
