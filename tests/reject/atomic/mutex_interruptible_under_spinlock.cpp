// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> both(const SpinLock<u32>& fast, const Mutex<u32>& slow)
{
    auto f = fast.lock();
    auto s = TRY(slow.lock_interruptible()); // expect-error: [keel-atomic-context]
    return *f + *s;
}
