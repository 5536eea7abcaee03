// SPDX-License-Identifier: GPL-2.0
// A loop over a Vec that grows in it.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
Result<void> caller(Vec<int>& v)
{
    for (int& n : v) {
        if (n != 0)
            TRY(v.push(n, GFP_KERNEL)); // expect-error: 'v' is changed while the loop borrows from it [keel-exclusive]
    }
    return {};
}
