// SPDX-License-Identifier: GPL-2.0
// Emptying an Option destroys what it held.
// rustc: E0499
#include <keel/alloc/box.hpp>
#include <keel/core/option.hpp>
using namespace keel;
void use(const int&);
void caller(Option<Box<int>>& option)
{
    int& n = *option.value();
    option.reset(); // expect-error: 'option' is changed while 'n' borrows from it [keel-exclusive]
    use(n);
}
