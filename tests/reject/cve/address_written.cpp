// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

Result<void> reply(UserWriter& out, const Vec<u8>& text)
{
    return out.write(text.begin()); // expect-error: no matching member function
}
