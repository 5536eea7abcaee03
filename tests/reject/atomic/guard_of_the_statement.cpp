// SPDX-License-Identifier: GPL-2.0
// The guard lives to the end of the statement, and the write is in it.
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> get(const SpinLock<u32>& rate, ioctl::Arg arg)
{
    return arg.write(*rate.lock()); // expect-error: [keel-atomic-context]
}
