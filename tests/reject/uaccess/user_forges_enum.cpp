// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

enum class Mode : u32 { Off, On };
struct Request {
    u32 port;
    Mode mode;
};
Result<u32> receive(ioctl::Arg arg)
{
    return TRY(arg.read<Request>()).port; // expect-error: no matching member function
}
