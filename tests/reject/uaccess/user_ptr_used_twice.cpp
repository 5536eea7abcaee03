// SPDX-License-Identifier: GPL-2.0
// The bytes are checked, then the process changes them, then they are used: an address leads to them once.
// rustc: E0382
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

struct Request {
    UserPtr<u8> data;
    u64 len;
};
Result<u32> receive(Request request)
{
    UserReader first = move(request.data).reader(8);
    if (TRY(first.read<u32>()) > 64)
        return EINVAL;
    UserReader again = move(request.data).reader(8); // expect-error: [keel-use-after-move]
    return again.read<u32>();
}
