// SPDX-License-Identifier: GPL-2.0
// A device that processes can open before the work that its writes queue is built.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>

using namespace keel;

class Disk {
public:
    misc::Registration<Disk> device;
    Work<Disk> flush; // expect-error: is built after the object was published [keel-publish-last]

    Result<usize> write(UserReader& in, loff_t&) const
    {
        flush.queue();
        return in.len();
    }
    void write_out() const {}
};
