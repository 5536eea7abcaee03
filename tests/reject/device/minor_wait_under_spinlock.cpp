// SPDX-License-Identifier: GPL-2.0
// Who waits for a device sleeps.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<void> caller(const cdev::Minor& minor, const SpinLock<u32>& count)
{
    const auto held = count.lock();
    return minor.wait_interruptible([&] { return *held != 0; }); // expect-error: [keel-atomic-context]
}
