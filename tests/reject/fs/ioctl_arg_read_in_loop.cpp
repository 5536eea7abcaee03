// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> wait_for(ioctl::Arg arg)
{
    for (;;) {
        const u32 now = TRY(arg.read<u32>()); // expect-error: [keel-use-after-move]
        if (now != 0)
            return now;
    }
}
