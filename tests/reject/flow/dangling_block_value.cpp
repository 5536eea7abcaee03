// SPDX-License-Identifier: GPL-2.0
// The value of a block that borrows from a variable of the block.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Vec<int> make();
void caller()
{
    Span<int> all = ({
        Vec<int> v = make();
        v.span(); // expect-error: the value of the block borrows from 'v', which ends in it [keel-dangling]
    });
    use(all[0]);
}
