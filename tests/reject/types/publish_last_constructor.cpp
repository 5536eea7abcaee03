// SPDX-License-Identifier: GPL-2.0
// The body of a constructor runs after its members are built.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk {
public:
    explicit Disk(Init<Disk>& init) : device {misc::Registration<Disk>::start(init, "disk")}
    {
        size = 4096; // expect-error: the object is changed after it was published [keel-publish-last]
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }

    Mutex<Vec<u8>> content;
    usize size = 0;
    misc::Registration<Disk> device;
};
