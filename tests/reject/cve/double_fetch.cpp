// SPDX-License-Identifier: GPL-2.0
// The length is read and checked, then the process changes it, then the message is read by it. A reader passes over
// each byte once; a copy of it would pass twice.
// rustc: E0382
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Message { u32 len; };
Result<u32> receive(UserReader& in)
{
    UserReader again = in; // expect-error: deleted
    const Message checked = TRY(in.read<Message>());
    if (checked.len > 64)
        return EINVAL;
    return TRY(again.read<Message>()).len;
}
