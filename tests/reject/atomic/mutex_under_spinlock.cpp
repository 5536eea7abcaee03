// SPDX-License-Identifier: GPL-2.0
// klint: sleep in a section that must not be preempted.
#include <keel/prelude.hpp>

using namespace keel;

u32 both(const SpinLock<u32>& fast, const Mutex<u32>& slow)
{
    auto f = fast.lock();
    auto s = slow.lock(); // expect-error: [keel-atomic-context]
    return *f + *s;
}
