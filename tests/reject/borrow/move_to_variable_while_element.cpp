// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

u32 rename(Vec<u32> queue)
{
    Span<u32> view = queue.span();
    Vec<u32> other = move(queue); // expect-error: [keel-exclusive]
    other.clear();
    return view[0];
}
