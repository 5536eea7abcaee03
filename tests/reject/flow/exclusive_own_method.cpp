// SPDX-License-Identifier: GPL-2.0
// A method of the same object, which may change any of its fields.
// rustc: E0499
#include <keel/alloc/box.hpp>
#include <keel/core/option.hpp>
using namespace keel;
void use(const int&);
struct Device {
    Option<Box<int>> slot;
    void stop() { slot.reset(); }
    void run()
    {
        int& n = *slot.value();
        stop(); // expect-error: '*this' is changed while 'n' borrows from it [keel-exclusive]
        use(n);
    }
};
