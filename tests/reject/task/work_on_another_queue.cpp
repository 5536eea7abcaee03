// SPDX-License-Identifier: GPL-2.0
// On two queues it could run twice at once, and its end would wait for the later run only. rustc: none
#include <keel/prelude.hpp>
#include <keel/task/delayed_work.hpp>
using namespace keel;
struct Disk {
    Mutex<u32> writes;
    Work<Disk> flush;
    DelayedWork<Disk> later;
    static Disk init(Init<Disk>& init)
    {
        return {.writes = {},
                .flush = Work<Disk>::idle_on<&Disk::write_out>(init, SystemQueue::Unbound),
                .later = DelayedWork<Disk>::idle_on<&Disk::write_out>(init, SystemQueue::Unbound)};
    }
    void write_out() const { ++*writes.lock(); }
    void at_once(const Workqueue& other) const
    {
        flush.queue(SystemQueue::HighPriority); // expect-error: too many arguments to function call
        flush.queue(other); // expect-error: too many arguments to function call
        flush.queue_on(0, SystemQueue::HighPriority).ignore(); // expect-error: too many arguments to function call
        later.queue_after(Duration::secs(1), SystemQueue::Long); // expect-error: too many arguments to function call
        later.requeue_after(Duration::secs(1), SystemQueue::Long); // expect-error: too many arguments to function call
    }
};
