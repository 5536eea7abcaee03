// SPDX-License-Identifier: GPL-2.0
// A method that changes its object, given a reference into it.
// rustc: E0502
#include <keel/alloc/vec.hpp>
using namespace keel;
struct Queue {
    Vec<int> entries;
    void add(const int& n) { (void)entries.push_within_capacity(n).ok(); }
};
void caller(Queue& queue)
{
    queue.add(queue.entries[0]); // expect-error: 'queue' is changed by this call while another operand of it borrows from it [keel-exclusive-args]
}
