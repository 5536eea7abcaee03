// SPDX-License-Identifier: GPL-2.0
// A field of *this, replaced while its content is borrowed.
// rustc: E0506
#include <keel/alloc/box.hpp>
#include <keel/core/option.hpp>
using namespace keel;
void use(const int&);
struct Device {
    Option<Box<int>> slot;
    void stop()
    {
        int& n = *slot.value();
        slot = none; // expect-error: 'slot' is assigned to while 'n' borrows from it [keel-exclusive]
        use(n);
    }
};
