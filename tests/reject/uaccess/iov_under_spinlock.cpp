// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/uaccess/iov_iter.hpp>

using namespace keel;

Result<usize> reply(const SpinLock<Array<u8, 8>>& lock, IovDest& to)
{
    auto guard = lock.lock();
    return to.write_some(*guard); // expect-error: [keel-atomic-context]
}
