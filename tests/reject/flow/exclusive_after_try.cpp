// SPDX-License-Identifier: GPL-2.0
// The value of a TRY borrows from what its expression borrowed from.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Result<Span<int>> head(Vec<int>& v KEEL_LIFETIME_BOUND);
Result<void> caller(Vec<int>& v)
{
    Span<int> some = TRY(head(v));
    v.clear(); // expect-error: 'v' is changed while 'some' borrows from it [keel-exclusive]
    use(some[0]);
    return {};
}
