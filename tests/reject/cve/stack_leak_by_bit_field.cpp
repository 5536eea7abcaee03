// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Reply {
    u32 ready : 1;
    u32 error : 1;
};
Result<void> reply(ioctl::Arg arg)
{
    const Reply r {.ready = 1, .error = 0};
    return arg.write(r); // expect-error: no matching member function
}
