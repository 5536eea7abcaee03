// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 both(const SpinLock<u32>& fast, const Mutex<u32>& slow)
{
    auto first = fast.lock();
    auto kept = move(first);
    auto s = slow.lock(); // expect-error: [keel-atomic-context]
    return *kept + *s;
}
