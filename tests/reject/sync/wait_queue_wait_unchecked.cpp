// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/wait_queue.hpp>
using namespace keel;
void caller(const SpinLock<u32>& lock, const WaitQueue& queue)
{
    queue.wait_interruptible([&] { return *lock.lock() != 0; }); // expect-error: ignoring return value
}
