// SPDX-License-Identifier: GPL-2.0
// The kernel keeps the name of a device. rustc: E0597
#include <keel/device/cdev.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Disk {
public:
    Vec<u8> content;
    cdev::Registration<Disk> device;

    static Disk make(Init<Disk>& init, const CString& name)
    {
        return {
            .content = {},
            .device = cdev::Registration<Disk>::start(init, name.as_cstr()), // expect-error: this is kept after the call, and borrows: 'CStr' [keel-borrow-escapes]
        };
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const { return out.write_from(content, pos); }
};
