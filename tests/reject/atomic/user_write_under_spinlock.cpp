// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

Result<void> get(const SpinLock<u32>& rate, UserWriter& out)
{
    auto r = rate.lock();
    return out.write(*r); // expect-error: [keel-atomic-context]
}
