// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 one_of_two(Vec<u32>& high, Vec<u32>& low, bool urgent)
{
    Vec<u32>& queue = urgent ? high : low;
    const u32& head = queue[0];
    high.clear(); // expect-error: [keel-exclusive]
    return head;
}
