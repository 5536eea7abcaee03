// SPDX-License-Identifier: GPL-2.0
// The page may have to be brought in.
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

Result<void> set(const SpinLock<u32>& rate, UserReader& in)
{
    auto r = rate.lock();
    *r = TRY(in.read<u32>()); // expect-error: [keel-atomic-context]
    return {};
}
