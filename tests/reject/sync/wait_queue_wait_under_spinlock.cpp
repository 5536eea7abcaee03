// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/wait_queue.hpp>
using namespace keel;
void caller(const SpinLock<u32>& lock, const WaitQueue& queue)
{
    auto guard = lock.lock();
    queue.wait([&] { return *guard != 0; }); // expect-error: [keel-atomic-context]
}
