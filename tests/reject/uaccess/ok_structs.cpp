// SPDX-License-Identifier: GPL-2.0
// Structs of numbers come in, structs without padding go out.
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

enum class State : u32 { idle, busy };
struct Point {
    i32 x;
    i32 y;
};
struct Request {
    Point corners[4];
    Array<u8, 8> name;
    u32 flags : 4;
    u32 rest : 28;
    i32 pad;
};
struct Reply {
    Point middle;
    State state;
    bool fresh;
    u8 unused[3];
};
static_assert(FromBytes<Request> && AsBytes<Request> && AsBytes<Reply> && !FromBytes<Reply>);

Result<void> middle(ioctl::Arg arg)
{
    auto request = TRY(arg.read<Request>());
    auto reply = Reply{{0, 0}, State::idle, true, {}};
    for (const auto& corner : request.corners) {
        reply.middle.x += corner.x / 4;
        reply.middle.y += corner.y / 4;
    }
    return arg.write(reply);
}
