// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

u64 leak(UserPtr<u8> at)
{
    return static_cast<u64>(at); // expect-error: cannot convert
}
