// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/seqlock.hpp>
using namespace keel;
void caller(const SeqLock<u32>& lock, const Mutex<u32>& total)
{
    lock.update([&](u32& n) { n = *total.lock(); }); // expect-error: [keel-atomic-context]
}
