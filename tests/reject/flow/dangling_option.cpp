// SPDX-License-Identifier: GPL-2.0
// An Option of a view keeps nothing alive.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller()
{
    Option<Span<int>> option;
    {
        Vec<int> v;
        option = v.span(); // expect-error: 'v' does not live long enough: 'option' borrows from it here [keel-dangling]
    }
    use(option.value()[0]);
}
