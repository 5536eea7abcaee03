// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

using namespace keel;

u32 outside(const Mutex<Vec<u32>>& queue)
{
    Span<u32> view;
    queue.with([&](Vec<u32>& q) { view = q.span(); }); // expect-error: [keel-borrow-escapes]
    return view[0];
}
