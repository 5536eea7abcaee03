// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Disk {
public:
    Vec<u8> content;
    misc::Registration<Disk> device;

    static Disk make(Init<Disk>& init, CStr name)
    {
        return {
            .content = {},
            .device = misc::Registration<Disk>::start(init, misc::Options(name, 0444)), // expect-error: this is kept after the call, and borrows: 'misc::Options' [keel-borrow-escapes]
        };
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(content, pos); }
};
