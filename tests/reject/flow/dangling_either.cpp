// SPDX-License-Identifier: GPL-2.0
// What a function may return: its signature says of both.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Span<int> pick(Vec<int>& a KEEL_LIFETIME_BOUND, Vec<int>& b KEEL_LIFETIME_BOUND);
void caller(Vec<int>& a)
{
    Span<int> all;
    {
        Vec<int> b;
        all = pick(a, b); // expect-error: 'b' does not live long enough: 'all' borrows from it here [keel-dangling]
    }
    use(all[0]);
}
