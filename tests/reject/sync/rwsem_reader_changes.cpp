// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwsem.hpp>
using namespace keel;
Result<void> caller(const RwSemaphore<Vec<u32>>& lock)
{
    auto items = lock.read();
    return items->push(3, GFP_KERNEL); // expect-error: no matching member function for call to 'push'
}
