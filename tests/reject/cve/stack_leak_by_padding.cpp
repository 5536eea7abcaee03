// SPDX-License-Identifier: GPL-2.0
// Three bytes after `kind` are whatever the stack held.
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Reply {
    u8 kind;
    u32 value;
};
Result<void> reply(ioctl::Arg arg)
{
    const Reply r {.kind = 1, .value = 2};
    return arg.write(r); // expect-error: no matching member function
}
