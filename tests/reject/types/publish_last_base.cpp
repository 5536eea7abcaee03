// SPDX-License-Identifier: GPL-2.0
// Members are built after bases.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

template <class T> struct Published {
    misc::Registration<T> device;
};

class Disk : public Published<Disk> {
public:
    Mutex<Vec<u8>> content; // expect-error: member 'content' is built after the object was published [keel-publish-last]

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};
