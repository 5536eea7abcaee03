// SPDX-License-Identifier: GPL-2.0
// A misc device: each open file keeps a number, set and read by ioctl, and a text, written and read.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class MiscDevice;

/// One open file.
class Session {
    static constexpr usize max_text = 1 << 20; // what one process can make the kernel keep for it
    static constexpr u32 hello = ioctl::io('|', 0x80);
    static constexpr u32 get_value = ioctl::ior<i32>('|', 0x81);
    static constexpr u32 set_value = ioctl::iow<i32>('|', 0x82);

public:
    struct State {
        i32 value;
        KVVec<u8> text;
        KVVec<u8> incoming; // what a write fills, so that one that fails half-way leaves the text as it was
    };

    Mutex<State> state;
    ARef<Device> device;

    static Session open(Init<Session>& init, const MiscDevice& owner, const fs::File& file);

    ~Session() { dev_dbg(*device, "Exiting the Keel misc device sample\n"); }

    Result<usize> read_iter(fs::Kiocb& call, IovDest& to) const
    {
        dev_dbg(*device, "Reading from Keel misc device sample\n");
        auto s = state.lock();
        return to.write_from(s->text, call.pos());
    }

    Result<usize> write_iter(fs::Kiocb& call, IovSource& from) const
    {
        dev_dbg(*device, "Writing to Keel misc device sample\n");
        auto s = state.lock();
        s->incoming.clear();
        const usize n = TRY(from.read_all(s->incoming, max_text, GFP_KERNEL));
        swap(s->text, s->incoming);
        call.pos() = 0; // a read that comes next sees the new text
        return n;
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        dev_dbg(*device, "IOCTLing Keel misc device sample\n");
        switch (cmd) {
        case hello:
            dev_dbg(*device, "-> Hello from the Keel misc device\n");
            return 0L;
        case set_value: {
            const i32 value = TRY(arg.read<i32>());
            state.lock()->value = value;
            return 0L;
        }
        case get_value: {
            const i32 value = state.lock()->value;
            return arg.write(value).then(0L);
        }
        default:
            dev_dbg(*device, "-> IOCTL not recognised: {:#x}\n", cmd);
            return ENOTTY;
        }
    }
};

class MiscDevice {
public:
    misc::Registration<MiscDevice, Session> device;

    static MiscDevice init(Init<MiscDevice>& init)
    {
        pr_info("Initialising Keel misc device sample\n");
        return {.device = misc::Registration<MiscDevice, Session>::start(init, "rust-misc-device")};
    }
};

Session Session::open(Init<Session>&, const MiscDevice& owner, const fs::File&)
{
    dev_dbg(owner.device.device(), "Opening Keel misc device sample\n");
    return {.state = {}, .device = ARef<Device>(owner.device.device())};
}

KEEL_MODULE(MiscDevice, .license = "GPL", .description = "Keel misc device sample", .author = "The Keel authors");
