// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

Result<void> receive(const SpinLock<u64>& lock, UserReader& in)
{
    auto guard = lock.lock();
    *guard = TRY(in.read_struct<u64>(4)); // expect-error: [keel-atomic-context]
    return {};
}
