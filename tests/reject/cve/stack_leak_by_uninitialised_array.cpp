// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Reply { Array<u8, 64> name; };
Result<void> reply(ioctl::Arg arg, u8 first)
{
    Reply r; // expect-error: [keel-uninit]
    r.name[0] = first;
    return arg.write(r);
}
