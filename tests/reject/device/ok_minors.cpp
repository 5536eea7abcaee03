// SPDX-License-Identifier: GPL-2.0
// Devices that share their object with all files, and such whose files have one each.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    Mutex<Vec<u8>> bytes;
    WaitQueue room;
    cdev::Minor minor;

    static Plug make(Init<Plug>& init) { return {.bytes = {}, .room = {}, .minor = cdev::Minor::start(init)}; }
    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        TRY(minor.wait_interruptible([this] { return !bytes.lock()->is_empty(); }));
        TRY(minor.wait_killable([this] { return !bytes.lock()->is_empty(); }, Duration::secs(1)));
        return out.write_from(*bytes.lock(), pos);
    }
    fs::PollMask poll(const fs::File&, fs::PollTable<Plug>& table) const
    {
        table.wait<&Plug::room>();
        return minor.is_gone() ? fs::PollMask::HangUp : fs::PollMask::Nothing;
    }
    void gone() const { room.wake_up_poll(fs::PollMask::HangUp); }
};
struct Session {
    Arc<Plug> device;
    static Session open(Init<Session>&, ArcBorrow<Plug> plug, const fs::File&) { return {.device = plug.clone()}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    fs::PollMask poll(const fs::File&, fs::PollTable<Session>& table) const
    {
        table.wait<&Session::device, &Plug::room>();
        return fs::PollMask::Nothing;
    }
    void release(const fs::File&) const { device->minor.wake_up_poll(fs::PollMask::Writable); }
};
struct Hub {
    cdev::Minors<Plug> plugs;
    cdev::Minors<Plug, Session, 0666> sessions;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug>::start(init, {.name = "plug", .count = 4}),
                .sessions = cdev::Minors<Plug, Session, 0666>::start(init, {.name = "session", .count = 4})};
    }
    Result<Arc<Plug>> appeared(const Device& parent) const
    {
        (void)TRY(sessions.add(0, TRY(UniqueArc<Plug>::init(GFP_KERNEL, Plug::make))));
        return plugs.add(0, TRY(UniqueArc<Plug>::init(GFP_KERNEL, Plug::make)), parent);
    }
    void gone() const { plugs.remove(0); }
};
KEEL_MODULE(Hub, .license = "GPL", .description = "x");
