// SPDX-License-Identifier: GPL-2.0
// A module with trace events, for events.sh: reading its device emits some.
#include <keel/core/trace.hpp>
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Transfer =
    trace::Event<"transfer", "pos={} bytes={:#x} delta={} last={} who={}", u64, u16, i32, bool, trace::Text<8>>;
using Never = trace::Event<"never", "n={}", u8>;

struct Events;

struct Reader {
    static Reader open(Init<Reader>&, const Events&, const fs::File&) { return {}; }

    Result<usize> read(UserWriter&, loff_t&) const
    {
        for (u16 n = 0; n < 3; n++)
            Transfer::emit(u64 {1} << 40, n, -5, n == 2, Str("somebody else"));
        if (Never::enabled())
            Never::emit(1);
        return 0u;
    }
};

struct Events {
    misc::Registration<Events, Reader> device;

    static Events init(Init<Events>& init)
    {
        Transfer::emit(1, 2, 3, false, Str("early"));
        return {.device = misc::Registration<Events, Reader>::start(init, "events")};
    }
};

KEEL_MODULE(Events, .license = "GPL", .description = "Emits trace events");
