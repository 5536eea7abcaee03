// SPDX-License-Identifier: GPL-2.0
// Who polls would wait on a queue of an object that is gone.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    WaitQueue news;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.news = {}, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.file<Nic>("state", 0400); // expect-error: poll and release of a file come after the object is gone
                })};
    }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    fs::PollMask poll(const fs::File&, fs::PollTable<Nic>& table) const
    {
        table.wait<&Nic::news>();
        return fs::PollMask::Readable;
    }
};
