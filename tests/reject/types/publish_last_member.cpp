// SPDX-License-Identifier: GPL-2.0
// A read can come before the lock is made, and after it is gone. rustc: none
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk {
public:
    misc::Registration<Disk> device;
    Mutex<Vec<u8>> content; // expect-error: member 'content' is built after the object was published, and destroyed before it is withdrawn [keel-publish-last]

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};
