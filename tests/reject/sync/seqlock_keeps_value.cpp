// SPDX-License-Identifier: GPL-2.0
// What the section is shown is a copy, which ends with the update.
#include <keel/prelude.hpp>
#include <keel/sync/seqlock.hpp>
using namespace keel;
void caller(const SeqLock<Array<u32, 4>>& lock)
{
    Span<u32> kept;
    lock.update([&](Array<u32, 4>& a) {
        kept = a.span(); // expect-error: [keel-
    });
}
