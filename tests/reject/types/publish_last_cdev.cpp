// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk {
public:
    Mutex<Vec<u8>> content;
    cdev::Registration<Disk> device;
    WaitQueue changed; // expect-error: member 'changed' is built after the object was published [keel-publish-last]

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};
