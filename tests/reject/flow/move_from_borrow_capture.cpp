// SPDX-License-Identifier: GPL-2.0
// A closure may be called twice.
// rustc: E0507
#include <keel/alloc/box.hpp>
using namespace keel;
void drop(Box<int>);
void caller(Box<int> box)
{
    auto end = [box = move(box)]() mutable {
        drop(move(box)); // expect-error: cannot move out of what a closure captured: it may be called again [keel-move-from-borrow]
    };
    end();
    end();
}
