// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/completion.hpp>
using namespace keel;
void caller(const SpinLock<u32>& lock, const Completion& done)
{
    auto guard = lock.lock();
    done.wait(); // expect-error: [keel-atomic-context]
}
