// SPDX-License-Identifier: GPL-2.0
// An address that user space made up.
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Inner {
    u64 size;
    void* where[2];
};
struct KEEL_VIEW Request {
    Inner parts[3];
};
Result<u64> receive(ioctl::Arg arg)
{
    return TRY(arg.read<Request>()).parts[0].size; // expect-error: no matching member function
}
