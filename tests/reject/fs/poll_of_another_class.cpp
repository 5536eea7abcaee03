// SPDX-License-Identifier: GPL-2.0
// The queues are those of the file's own object.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: poll must be
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    fs::PollMask poll(const fs::File&, fs::PollTable<int>&) const { return fs::PollMask::Readable; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
