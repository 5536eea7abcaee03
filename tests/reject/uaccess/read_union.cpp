// SPDX-License-Identifier: GPL-2.0
// A union of bytes and a bool: which one user space wrote is not known.
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

union Flag {
    u8 number;
    bool truth;
};
struct Request {
    u32 id;
    Flag flag;
};
Result<u32> receive(ioctl::Arg arg)
{
    return TRY(arg.read<Request>()).id; // expect-error: no matching member function
}
