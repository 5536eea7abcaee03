// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/condvar.hpp>
using namespace keel;
void caller(const SpinLock<u32>& lock, const CondVar& changed)
{
    auto guard = lock.lock();
    changed.wait(guard, [](u32& n) { return n != 0; }); // expect-error: a CondVar waits with the guard of a Mutex
}
