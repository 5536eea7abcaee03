// SPDX-License-Identifier: GPL-2.0
// Whoever gets a reader gives the address away.
// rustc: E0507
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

struct Request {
    UserPtr<u8> data;
    u64 len;
};
Result<u32> receive(Request& request)
{
    UserReader in = request.data.reader(8); // expect-error: rvalue
    return in.read<u32>();
}
