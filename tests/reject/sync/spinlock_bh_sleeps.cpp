// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
using namespace keel;
u32 caller(const SpinLock<u32>& lock, const Mutex<u32>& total)
{
    auto guard = lock.lock_bh();
    return *guard + *total.lock(); // expect-error: [keel-atomic-context]
}
