// SPDX-License-Identifier: GPL-2.0
// Moved into a call that failed: it is gone all the same.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
Result<void> store(Box<int> box);
Result<void> caller(Box<int> box)
{
    if (!store(move(box)).ok())
        use(*box); // expect-error: 'box' is used after it was moved [keel-use-after-move]
    return {};
}
