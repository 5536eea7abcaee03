// SPDX-License-Identifier: GPL-2.0
// What the lock protects leaves with() as a view.
#include <keel/prelude.hpp>

using namespace keel;

u32 outside(const Mutex<Vec<u32>>& queue)
{
    Span<u32> view = queue.with([](Vec<u32>& q) { return q.span(); }); // expect-error: [keel-return-unbound]
    return view[0];
}
