// SPDX-License-Identifier: GPL-2.0
// A copy would lead to the same bytes again.
// rustc: E0382
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> receive(ioctl::Arg arg)
{
    ioctl::Arg again = arg; // expect-error: deleted
    return again.read<u32>();
}
