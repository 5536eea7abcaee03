// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Cache;
void caller(const DelayedWork<Cache>& trim, const Workqueue& queue, const SpinLock<u32>& lock)
{
    auto held = lock.lock();
    trim.queue_after(Duration::secs(1));
    trim.flush(); // expect-error: [keel-atomic-context]
    queue.flush(); // expect-error: [keel-atomic-context]
}
