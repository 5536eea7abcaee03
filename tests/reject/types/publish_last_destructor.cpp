// SPDX-License-Identifier: GPL-2.0
// The body of a destructor runs before the members are destroyed.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk {
public:
    ~Disk()
    {
        label = CString(); // expect-error: the object is changed while it is still published [keel-publish-last]
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }

    Mutex<Vec<u8>> content;
    CString label;
    misc::Registration<Disk> device;
};
