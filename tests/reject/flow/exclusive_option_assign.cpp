// SPDX-License-Identifier: GPL-2.0
// So does giving it another value, in the branch that looked at the old one.
// rustc: E0506
#include <keel/alloc/box.hpp>
#include <keel/core/option.hpp>
using namespace keel;
void caller(Option<Box<int>>& option, Box<int> other)
{
    if (option.is_some()) {
        int& n = *option.value();
        option = move(other); // expect-error: 'option' is assigned to while 'n' borrows from it [keel-exclusive]
        n = 3;
    }
}
