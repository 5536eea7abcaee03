// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 set(ioctl::Arg arg)
{
    return *reinterpret_cast<const u32*>(arg.value()); // expect-error: [keel-unsafe-op]
}
