// SPDX-License-Identifier: GPL-2.0
// Queues of the file's own, of what it shares, and of a part of that.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Rooms {
    WaitQueue in;
    WaitQueue out;
};
struct Shared {
    Rooms rooms;
};
struct Line;
struct Session {
    Arc<Shared> shared;
    WaitQueue own;
    fs::AsyncQueue fasync;

    static Session open(Init<Session>&, const Line&, const fs::File&);

    Result<usize> read_iter(fs::Kiocb& call, IovDest& to) const
    {
        return call.is_nonblocking() ? Result<usize>(EAGAIN) : to.write_zeros(7);
    }
    Result<usize> write_iter(fs::Kiocb&, IovSource& from) const
    {
        from.skip(1);
        const usize n = from.len();
        const u16 number = TRY(from.read<u16>());
        return number == 7 ? Result<usize>(n) : EINVAL;
    }
    fs::PollMask poll(const fs::File&, fs::PollTable<Session>& table) const
    {
        table.wait<&Session::own>();
        table.wait<&Session::shared, &Shared::rooms, &Rooms::in>();
        return fs::PollMask::Readable | fs::PollMask::ReadHangUp;
    }
};
struct Line {
    Arc<Shared> shared;
    misc::Registration<Line, Session> device;
    static Line init(Init<Line>& init)
    {
        return {.shared = init.take(Arc<Shared>::create(GFP_KERNEL)),
                .device = misc::Registration<Line, Session>::start(init, "device")};
    }
};
Session Session::open(Init<Session>&, const Line& device, const fs::File&)
{
    return {.shared = device.shared.clone(), .own = {}, .fasync = {}};
}
KEEL_MODULE(Line, .license = "GPL", .description = "x");
