// SPDX-License-Identifier: GPL-2.0
// A part that publishes the whole.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/device/cdev.hpp>

using namespace keel;

class Disk;

struct Nodes {
    misc::Registration<Disk> first;
    misc::Registration<Disk> second;
};

class Disk {
public:
    Nodes nodes;
    Mutex<Vec<u8>> content; // expect-error: member 'content' is built after the object was published [keel-publish-last]

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto held = content.lock();
        return out.write_from(*held, pos);
    }
};
