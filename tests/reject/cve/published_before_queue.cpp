// SPDX-License-Identifier: GPL-2.0
#include <keel/device/cdev.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Toy {
    Mutex<Vec<u8>> text;
    cdev::Registration<Toy> device;
    WaitQueue changed; // expect-error: [keel-publish-last]
    static Toy init(Init<Toy>& init)
    {
        return {.text = {}, .device = cdev::Registration<Toy>::start(init, "toy"), .changed = {}};
    }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    fs::PollMask poll(const fs::File&, fs::PollTable<Toy>& table) const
    {
        table.wait<&Toy::changed>();
        return fs::PollMask::Readable;
    }
};
