// SPDX-License-Identifier: GPL-2.0
// A registration of an object that does not hold it. rustc: none
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk {
public:
    Mutex<Vec<u8>> content;

    static Disk init(Init<Disk>& init)
    {
        auto device = misc::Registration<Disk>::start(init, "disk"); // expect-error: 'device' publishes an object that it is no member of [keel-publish-last]
        return {.content = {}};
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};
