// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

usize drain(Vec<u32>& queue)
{
    usize n = 0;
    Span<u32> pending = queue.span();
    while (n < pending.len() && pending[n] != 0) {
        queue.truncate(n); // expect-error: [keel-exclusive]
        n++;
    }
    return n;
}
