// SPDX-License-Identifier: GPL-2.0
// A Span of one round that the next round uses after the Vec has grown.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Result<void> caller(Vec<int>& v)
{
    Span<int> seen;
    for (int i = 0; i < 2; i++) {
        if (i != 0)
            use(seen[0]);
        seen = v.span();
        TRY(v.push(1, GFP_KERNEL)); // expect-error: 'v' is changed while 'seen' borrows from it [keel-exclusive]
    }
    return {};
}
