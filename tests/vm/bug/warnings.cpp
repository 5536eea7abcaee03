// SPDX-License-Identifier: GPL-2.0
// Warns in each way that there is. bug.sh knows the lines.
#include <keel/core/bug.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/spinlock.hpp>

using namespace keel;

namespace {

[[gnu::noinline]] bool each_time(u32 n) { return WARN_ON(n > 1); }
[[gnu::noinline]] bool once(u32 n) { return WARN_ON_ONCE(n > 0); }
[[gnu::noinline]] bool saying(u32 n) { return WARN(n > 1, "the number is {}, the error {}\n", n, ENOMEM); }
[[gnu::noinline]] bool saying_once(u32 n) { return WARN_ONCE(n > 0, "said at {:#x}\n", n + 16); }

/// How many conditions hold of all numbers below four.
u32 warn()
{
    u32 held = 0;
    const SpinLock<u32> lock;
    const auto guard = lock.lock_irqsave(); // warnings are for every context
    for (u32 n = 0; n < 4; n++) {
        held += each_time(n) ? 1 : 0;
        held += once(n) ? 1 : 0;
        held += saying(n) ? 1 : 0;
        held += saying_once(n) ? 1 : 0;
    }
    return held;
}

} // namespace

struct Warnings {
    static Warnings init(Init<Warnings>&)
    {
        pr_info("{} conditions held\n", warn());
        return {};
    }
};

KEEL_MODULE(Warnings, .license = "GPL", .description = "Warns, and goes on");
