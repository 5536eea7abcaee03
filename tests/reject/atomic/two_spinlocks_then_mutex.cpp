// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 both(const SpinLock<u32>& a, const SpinLock<u32>& b, const Mutex<u32>& slow)
{
    auto first = a.lock();
    auto second = b.lock();
    return *first + *second + *slow.lock(); // expect-error: [keel-atomic-context]
}
