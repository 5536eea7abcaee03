// SPDX-License-Identifier: GPL-2.0
// A lock guards what is in it, not what is beside it.
#include <keel/prelude.hpp>
using namespace keel;
static constinit const SpinLock<u32> lock {0u};
static constinit u32 count = 0; // expect-error: [keel-mutable-global]
u32 caller()
{
    auto guard = lock.lock();
    return ++count;
}
