// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: mmap must be
    Result<void> mmap(const fs::File&, mm::VmaNew& vma) { return vma.deny_write(); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
