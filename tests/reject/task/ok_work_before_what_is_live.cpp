// SPDX-License-Identifier: GPL-2.0
// What is idle at first, in any order; then what is live at once.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>
#include <keel/task/work.hpp>
#include <keel/time/timer.hpp>

using namespace keel;

class Disk {
public:
    Mutex<Vec<u8>> dirty;
    Work<Disk> writer;
    Timer<Disk> soon;
    Thread<Disk> scrubber;
    misc::Registration<Disk> device;

    static Disk init(Init<Disk>& init)
    {
        return {.dirty = {},
                .writer = Work<Disk>::idle<&Disk::write_out>(init),
                .soon = Timer<Disk>::idle<&Disk::begin>(init),
                .scrubber = Thread<Disk>::start<&Disk::scrub>(init, {.name = "scrub"}),
                .device = misc::Registration<Disk>::start(init, "disk")};
    }
    Result<usize> write(UserReader& in, loff_t&) const
    {
        soon.arm(Duration::secs(1));
        return in.len();
    }
    void write_out() const { dirty.lock()->clear(); }
    void begin() const { writer.queue(); }
    void scrub(const ThisThread& thread) const
    {
        while (thread.wait(Duration::secs(10)))
            writer.queue();
    }
};
