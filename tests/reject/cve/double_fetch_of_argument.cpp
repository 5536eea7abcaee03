// SPDX-License-Identifier: GPL-2.0
// The length is read and checked, then the process changes it, then all is read by it: an argument is read once.
// rustc: E0382
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Message {
    u32 len;
    u32 rest;
};
Result<u32> receive(ioctl::Arg arg)
{
    const u32 len = TRY(arg.read<u32>());
    if (len > 64)
        return EINVAL;
    return TRY(arg.read<Message>()).len; // expect-error: [keel-use-after-move]
}
