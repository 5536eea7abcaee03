// SPDX-License-Identifier: GPL-2.0
// An address comes from the process, as part of what it passed, or not at all.
// rustc: E0308
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

Result<u8> peek(u64 address)
{
    UserPtr<u8> at = address; // expect-error: no viable conversion
    return move(at).read();
}
