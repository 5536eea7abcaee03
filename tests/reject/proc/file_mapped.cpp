// SPDX-License-Identifier: GPL-2.0
// What answers faults is the module's, which may go while the file of /proc is mapped.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>
using namespace keel;
struct Nic {
    mm::SharedBuffer ring;
    proc::Entry<Nic> entry;
    static Nic init(Init<Nic>& init)
    {
        return {.ring = {}, .entry = proc::Entry<Nic>::file<Nic>(init, "nic", {.mode = 0400})}; // expect-error: mmap must take a mm::VmaPages&
    }
    Result<void> mmap(const fs::File&, mm::VmaNew& vma) const { return vma.map(ring); }
};
