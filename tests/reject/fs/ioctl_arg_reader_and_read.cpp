// SPDX-License-Identifier: GPL-2.0
// A reader goes over the same bytes.
// rustc: E0382
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> receive(ioctl::Arg arg)
{
    UserReader in = arg.reader(8);
    const u32 again = TRY(arg.read<u32>()); // expect-error: [keel-use-after-move]
    return again + TRY(in.read<u32>());
}
