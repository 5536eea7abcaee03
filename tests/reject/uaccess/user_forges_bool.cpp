// SPDX-License-Identifier: GPL-2.0
// A bool of 2 is neither true nor false.
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Request {
    bool on;
    bool loud;
};
Result<bool> receive(ioctl::Arg arg)
{
    return TRY(arg.read<Request>()).on; // expect-error: no matching member function
}
