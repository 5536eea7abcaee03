// SPDX-License-Identifier: GPL-2.0
// A driver whose every size is a constant: what the compiler leaves of it is compared with what it would leave of C.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Reference;

/// One open file: an allocation, a mutex, a spinlock, copies from and to user memory.
class Session {
    static constexpr u32 get = ioctl::ior<u64>('k', 1);
    static constexpr u32 set = ioctl::iow<u64>('k', 2);

public:
    struct Record {
        Array<u8, 200> bytes;
    };

    Box<Record> record;
    Mutex<u64> value;
    SpinLock<u64> parity;

    static Session open(Init<Session>& init, const Reference&, const fs::File&)
    {
        return {.record = init.take(Box<Record>::create(GFP_KERNEL)), .value = {}, .parity = {}};
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        if (cmd == get) {
            TRY(arg.write(value.with([](u64& v) { return v; })));
            return 0L;
        }
        if (cmd == set) {
            const u64 wanted = TRY(arg.read<u64>());
            value.with([&](u64& v) { v = wanted; });
            parity.with([](u64& n) { n ^= 1; });
            return 0L;
        }
        return ENOTTY;
    }
};

class Reference {
public:
    misc::Registration<Reference, Session> device;

    static Reference init(Init<Reference>& init)
    {
        return {.device = misc::Registration<Reference, Session>::start(init, "keel-reference")};
    }
};

KEEL_MODULE(Reference, .license = "GPL", .description = "Keel reference of generated code");
