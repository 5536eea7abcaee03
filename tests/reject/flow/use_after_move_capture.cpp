// SPDX-License-Identifier: GPL-2.0
// A closure owns what was moved into it.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void caller(Box<int> box)
{
    auto look = [owned = move(box)] { use(*owned); };
    look();
    use(*box); // expect-error: 'box' is used after it was moved [keel-use-after-move]
}
