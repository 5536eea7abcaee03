// SPDX-License-Identifier: GPL-2.0
// In a Box it publishes all the same.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk {
public:
    Box<misc::Registration<Disk>> device;
    Mutex<Vec<u8>> content; // expect-error: member 'content' is built after the object was published [keel-publish-last]

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};
