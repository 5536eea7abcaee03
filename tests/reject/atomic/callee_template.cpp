// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

template <class Lock> u32 read(const Lock& lock) { return *lock.lock(); }
u32 both(const SpinLock<u32>& fast, const Mutex<u32>& slow)
{
    auto f = fast.lock();
    return *f + read(slow); // expect-error: [keel-atomic-context]
}
