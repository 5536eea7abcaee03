// SPDX-License-Identifier: GPL-2.0
// Sends a process a signal when it is loaded, the first time by its thread, the second time by its number. It says
// whether the process was there, and loads in any case.
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/task/pid.hpp>

using namespace keel;

struct Signals {
    static inline module::Param<"process", i32 {0}, "whom to send SIGUSR1, then SIGUSR2"> process;

    static Signals init(Init<Signals>&)
    {
        const auto pid = Pid::find(process.get());
        if (pid.is_none()) {
            pr_info("nobody has the number {}\n", process.get());
            return {};
        }
        const auto thread = pid.value()->task();
        if (thread.is_some() && !thread.value()->has_ended()) {
            thread.value()->send(Signal::Usr1);
            pr_info("sent to {}\n", thread.value()->name().as_cstr());
        } else {
            pr_info("the thread has ended\n");
        }
        if (!pid.value()->send(Signal::Usr2).ok())
            pr_info("the process has ended\n");
        return {};
    }
};

KEEL_MODULE(Signals, .license = "GPL", .description = "Keel's test of signals");
