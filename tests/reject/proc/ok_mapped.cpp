// SPDX-License-Identifier: GPL-2.0
// Pages can be mapped: the mapping owns them.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>
using namespace keel;
struct Nic {
    mm::SharedBuffer ring;
    proc::Entry<Nic> entry;
    static Nic init(Init<Nic>& init)
    {
        return {.ring = init.take(mm::SharedBuffer::create(4096)),
                .entry = proc::Entry<Nic>::file<Nic>(init, "nic", {.mode = 0400})};
    }
    Result<void> mmap(const fs::File&, mm::VmaPages& vma) const { return vma.map(ring); }
};
KEEL_MODULE(Nic, .license = "GPL", .description = "x");
