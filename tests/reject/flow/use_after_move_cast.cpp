// SPDX-License-Identifier: GPL-2.0
// A cast that says move.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void caller(Box<int> box)
{
    Box<int> other = static_cast<Box<int>&&>(box); // expect-error: needs UNSAFE [keel-unsafe-op]
    use(*box); // expect-error: 'box' is used after it was moved [keel-use-after-move]
    use(*other);
}
