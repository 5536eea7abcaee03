// SPDX-License-Identifier: GPL-2.0
#include "core.hpp"

#include <keel/sync/arc.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>

using namespace keel;

namespace {

void mutex_lock_unlock(const Mutex<usize>& mutex, usize times)
{
    while (times--)
        ++*mutex.lock();
}

void spin_lock_unlock(const SpinLock<usize>& spin, usize times)
{
    while (times--)
        ++*spin.lock();
}

void spin_lock_unlock_irqsave(const SpinLock<usize>& spin, usize times)
{
    while (times--)
        ++*spin.lock_irqsave();
}

void clone_drop(const Arc<usize>& shared, usize times)
{
    while (times--)
        auto again = shared.clone();
}

} // namespace

Result<void> measure_sync()
{
    Mutex<usize> mutex;
    SpinLock<usize> spin;
    auto shared = TRY(Arc<usize>::create(GFP_KERNEL, 1u));
    measure<mutex_lock_unlock>("mutex-lock-unlock", 1000, mutex);
    measure<spin_lock_unlock>("spinlock-lock-unlock", 1000, spin);
    measure<spin_lock_unlock_irqsave>("spinlock-irqsave", 1000, spin);
    measure<clone_drop>("arc-clone-drop", 1000, shared);
    return {};
}
