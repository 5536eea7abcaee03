// SPDX-License-Identifier: GPL-2.0
// The kernel keeps the pointer to the name.
// rustc: E0597
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Toy {
    CString name;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init)
    {
        CString made = init.take(CString::create("toy", GFP_KERNEL));
        return {.name = {}, .device = misc::Registration<Toy>::start(init, made.as_cstr())}; // expect-error: [keel-borrow-escapes]
    }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
