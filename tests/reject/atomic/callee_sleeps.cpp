// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 slow_part(const Mutex<u32>& slow)
{
    auto s = slow.lock();
    return *s;
}
u32 both(const SpinLock<u32>& fast, const Mutex<u32>& slow)
{
    auto f = fast.lock();
    return *f + slow_part(slow); // expect-error: [keel-atomic-context]
}
