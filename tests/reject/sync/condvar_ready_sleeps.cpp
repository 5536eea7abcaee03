// SPDX-License-Identifier: GPL-2.0
// lock_when looks with the spinlock held.
#include <keel/prelude.hpp>
#include <keel/sync/condvar.hpp>
using namespace keel;
u32 caller(const SpinLock<u32>& lock, const Mutex<u32>& limit, const CondVar& changed)
{
    auto guard = changed.lock_when(lock, [&](u32& n) { return n > *limit.lock(); }); // expect-error: [keel-atomic-context]
    return *guard;
}
