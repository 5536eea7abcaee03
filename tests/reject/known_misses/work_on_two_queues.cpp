// SPDX-License-Identifier: GPL-2.0
// known miss: the queue is no part of the item's type; at run time: it can run twice at once, and outlive its object once
#include <keel/prelude.hpp>
#include <keel/task/work.hpp>

using namespace keel;

struct Disk {
    Mutex<u32> writes;
    Work<Disk> flush;

    static Disk init(Init<Disk>& init) { return {.writes = {}, .flush = Work<Disk>::idle<&Disk::write_out>(init)}; }
    void write_out() const { ++*writes.lock(); }
    void soon() const { flush.queue(SystemQueue::Unbound); }
    void at_once() const { flush.queue(SystemQueue::HighPriority); } // expect-error: an item has one queue
};
