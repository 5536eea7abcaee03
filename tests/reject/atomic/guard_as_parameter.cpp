// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 continued(SpinLock<u32>::Guard held, const Mutex<u32>& slow)
{
    auto s = slow.lock(); // expect-error: [keel-atomic-context]
    return *held + *s;
}
