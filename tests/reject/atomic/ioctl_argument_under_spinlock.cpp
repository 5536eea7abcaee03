// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> set(const SpinLock<u32>& rate, ioctl::Arg arg)
{
    auto r = rate.lock_irqsave();
    *r = TRY(arg.read<u32>()); // expect-error: [keel-atomic-context]
    return {};
}
