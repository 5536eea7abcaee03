// SPDX-License-Identifier: GPL-2.0
// A Vec of views of something shorter lived.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Result<void> caller()
{
    Vec<Span<int>> views;
    {
        Vec<int> v;
        TRY(views.push(v.span(), GFP_KERNEL)); // expect-error: 'v' does not live long enough: 'views' borrows from it here [keel-dangling]
    }
    use(views[0][0]);
    return {};
}
