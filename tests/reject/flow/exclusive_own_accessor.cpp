// SPDX-License-Identifier: GPL-2.0
// The same, inside of the class.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
struct Queue {
    Vec<int> entries;
    int& first() KEEL_LIFETIME_BOUND { return entries[0]; }
    void reset() { entries.clear(); }
    void run()
    {
        int& n = first();
        reset(); // expect-error: '*this' is changed while 'n' borrows from it [keel-exclusive]
        use(n);
    }
};
