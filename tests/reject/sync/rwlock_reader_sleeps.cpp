// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwlock.hpp>
using namespace keel;
u32 caller(const RwLock<u32>& lock, const Mutex<u32>& total)
{
    auto reader = lock.read();
    return *reader + *total.lock(); // expect-error: [keel-atomic-context]
}
