// SPDX-License-Identifier: GPL-2.0
// The classic of ioctl handlers: copy_to_user under a spinlock.
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Stats { u64 packets; };
Result<long> get_stats(const SpinLock<Stats>& stats, ioctl::Arg arg)
{
    auto s = stats.lock_irqsave();
    TRY(arg.write(s->packets)); // expect-error: [keel-atomic-context]
    return 0L;
}
