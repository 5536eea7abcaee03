// SPDX-License-Identifier: GPL-2.0
// The object lives on without it.
// rustc: E0507
#include <keel/alloc/box.hpp>
using namespace keel;
void drop(Box<int>);
struct Device {
    Box<int> box;
    void stop()
    {
        drop(move(box)); // expect-error: cannot move out of *this, which lives on [keel-move-from-borrow]
    }
};
