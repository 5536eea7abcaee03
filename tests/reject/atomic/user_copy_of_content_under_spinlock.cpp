// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

Result<usize> get(const SpinLock<Vec<u8>>& text, UserWriter& out, loff_t& pos)
{
    auto t = text.lock();
    return out.write_from(*t, pos); // expect-error: [keel-atomic-context]
}
