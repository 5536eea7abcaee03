// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/semaphore.hpp>
using namespace keel;
Semaphore::Permit caller()
{
    Semaphore slots {2};
    return slots.down(); // expect-error: address of stack memory associated with local variable 'slots' returned
}
