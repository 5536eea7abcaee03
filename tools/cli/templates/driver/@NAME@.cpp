// SPDX-License-Identifier: GPL-2.0
// /dev/@NAME@: gives back the text that was last written to it.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class @TYPE@ {
    static constexpr usize longest = 4096; // what a process can make the kernel keep

public:
    Mutex<Vec<u8>> text;
    misc::Registration<@TYPE@> device; // last: it publishes the rest, and is withdrawn first

    static @TYPE@ init(Init<@TYPE@>& init)
    {
        pr_info("hello\n");
        return {.text = {}, .device = misc::Registration<@TYPE@>::start(init, "@NAME@")};
    }

    ~@TYPE@() { pr_info("goodbye\n"); }

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        auto current = text.lock();
        return out.write_from(*current, pos);
    }

    // Read aside first: a write that fails leaves the text as it was.
    Result<usize> write(UserReader& in, loff_t&) const
    {
        Vec<u8> fresh;
        const usize len = TRY(in.read_all(fresh, longest, GFP_KERNEL));
        auto current = text.lock();
        swap(*current, fresh);
        return len;
    }
};

KEEL_MODULE(@TYPE@, .license = "GPL", .description = "Gives back what is written to it", .author = "@AUTHOR@");
