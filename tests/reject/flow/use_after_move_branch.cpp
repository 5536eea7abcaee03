// SPDX-License-Identifier: GPL-2.0
// Moved on one of the ways here.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void drop(Box<int>);
void caller(Box<int> box, bool early)
{
    if (early)
        drop(move(box));
    use(*box); // expect-error: 'box' is used after it was moved [keel-use-after-move]
}
