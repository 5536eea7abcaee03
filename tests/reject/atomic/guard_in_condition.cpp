// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> get(const SpinLock<u32>& rate, ioctl::Arg arg)
{
    if (auto r = rate.lock(); *r != 0)
        TRY(arg.write(*r)); // expect-error: [keel-atomic-context]
    return {};
}
