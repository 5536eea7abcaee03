// SPDX-License-Identifier: GPL-2.0
// rustc: E0614
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

struct Request {
    UserPtr<u8> data;
    u64 len;
};
u8 receive(Request request)
{
    return *request.data; // expect-error: indirection requires pointer operand
}
