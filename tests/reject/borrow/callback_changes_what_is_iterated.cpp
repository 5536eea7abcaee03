// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

template <class Visit> void each(Vec<u32>& queue, Visit visit)
{
    for (u32& entry : queue)
        visit(entry);
}
void requeue(Vec<u32>& queue)
{
    each(queue, [&](u32& entry) { // expect-error: [keel-exclusive-args]
        if (entry == 0)
            queue.clear();
    });
}
