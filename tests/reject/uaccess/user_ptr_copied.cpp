// SPDX-License-Identifier: GPL-2.0
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
    UserPtr<u8> again = request.data; // expect-error: deleted
    return move(again).read().ok() ? 1u : 0u;
}
