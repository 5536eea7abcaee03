// SPDX-License-Identifier: GPL-2.0
// A borrow that an accessor of one's own gave.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
struct Queue {
    Vec<int> entries;
    int& first() KEEL_LIFETIME_BOUND { return entries[0]; }
    void reset() { entries.clear(); }
};
void caller(Queue& queue)
{
    int& n = queue.first();
    queue.reset(); // expect-error: 'queue' is changed while 'n' borrows from it [keel-exclusive]
    use(n);
}
