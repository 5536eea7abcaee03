// SPDX-License-Identifier: GPL-2.0
// A text is printed as its format says, checked when it is compiled.
#include <keel/proc/entry.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
using namespace keel;
struct Nic {
    Atomic<u32> limit;
    void show(fs::SeqFile& out) const { out.print<"{} {}\n">(limit.load(Relaxed)); } // expect-error: there are more {} in the format than values
};
