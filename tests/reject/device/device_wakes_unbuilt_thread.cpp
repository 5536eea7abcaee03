// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/task/thread.hpp>

using namespace keel;

struct Pump {
    WaitQueue more;
    misc::Registration<Pump> device;
    Thread<Pump> thread;

    static Pump init(Init<Pump>& init)
    {
        return {.more = {},
                .device = misc::Registration<Pump>::start(init, "pump"),
                .thread = Thread<Pump>::start<&Pump::run>(init, {.name = "pump"})};
    }
    Result<usize> write(UserReader& in, loff_t&) const
    {
        more.wake_up_all();
        thread.wake(); // expect-error: 'thread' may be used before it is built, and after its end [keel-publish-last]
        return in.len();
    }
    void run(const ThisThread& self) const
    {
        while (self.wait(Duration::secs(1)))
            dev_dbg(device.device(), "running\n"); // the upper one: it is there
    }
};
