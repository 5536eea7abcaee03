// SPDX-License-Identifier: GPL-2.0
// A kernel address in a reply undoes address space randomisation.
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Reply {
    u64 status;
    const char* cookie;
};
Result<void> reply(ioctl::Arg arg, const Reply& r)
{
    return arg.write(r); // expect-error: no matching member function
}
