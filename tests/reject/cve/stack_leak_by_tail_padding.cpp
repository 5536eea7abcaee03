// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

struct Reply {
    u64 time;
    u16 port;
};
Result<void> reply(UserWriter& out, const Reply& r)
{
    return out.write_all(as_bytes(r)); // expect-error: no matching function
}
