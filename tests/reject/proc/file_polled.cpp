// SPDX-License-Identifier: GPL-2.0
// Who polls would wait on a queue of an object that is gone.
#include <keel/proc/entry.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    WaitQueue news;
    proc::Entry<Nic> entry;
    static Nic init(Init<Nic>& init)
    {
        return {.news = {}, .entry = proc::Entry<Nic>::file<Nic>(init, "nic", {.mode = 0400})}; // expect-error: who polls a file waits on a queue that is gone
    }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    fs::PollMask poll(const fs::File&, fs::PollTable<Nic>& table) const
    {
        table.wait<&Nic::news>();
        return fs::PollMask::Readable;
    }
};
