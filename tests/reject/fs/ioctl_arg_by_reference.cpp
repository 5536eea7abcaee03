// SPDX-License-Identifier: GPL-2.0
// Who lends an argument has not read it yet, and could not see that it was.
// rustc: E0507
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> first(ioctl::Arg& arg)
{
    return arg.read<u32>(); // expect-error: [keel-move-from-borrow]
}
