// SPDX-License-Identifier: GPL-2.0
// Either was moved: neither can be used.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void caller(Box<int> a, Box<int> b, bool which)
{
    Box<int> one = which ? move(a) : move(b);
    use(*a); // expect-error: 'a' is used after it was moved [keel-use-after-move]
    use(*one);
}
