// SPDX-License-Identifier: GPL-2.0
// What is captured by reference is the enclosing function's.
// rustc: E0507
#include <keel/alloc/box.hpp>
using namespace keel;
void drop(Box<int>);
void caller(Box<int> box)
{
    auto end = [&] {
        drop(move(box)); // expect-error: cannot move out of what a closure captured: it may be called again [keel-move-from-borrow]
    };
    end();
}
