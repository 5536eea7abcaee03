// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> get(const SpinLock<u32>& rate, ioctl::Arg arg)
{
    auto r = rate.try_lock();
    if (r.is_none())
        return EBUSY;
    return arg.write(*r.value()); // expect-error: [keel-atomic-context]
}
