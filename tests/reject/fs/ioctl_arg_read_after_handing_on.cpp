// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> first(ioctl::Arg arg) { return arg.read<u32>(); }
Result<u32> receive(ioctl::Arg arg)
{
    const u32 len = TRY(first(move(arg)));
    return len + TRY(arg.read<u32>()); // expect-error: [keel-use-after-move]
}
