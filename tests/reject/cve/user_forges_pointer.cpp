// SPDX-License-Identifier: GPL-2.0
// The process sends an address, and the driver writes there.
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Request {
    u64 len;
    u8* buffer;
};
Result<u64> receive(ioctl::Arg arg)
{
    return TRY(arg.read<Request>()).len; // expect-error: no matching member function
}
