// SPDX-License-Identifier: GPL-2.0
// A Span that is taken anew, of an object that is then replaced.
// rustc: E0506
#include <keel/alloc/box.hpp>
#include <keel/alloc/vec.hpp>
using namespace keel;
void caller(Box<Vec<int>> kept, Box<Vec<int>> (*next)())
{
    Span<int> all = kept->span();
    while (all.len() != 0) {
        all = kept->span();
        kept = next(); // expect-error: 'kept' is assigned to while 'all' borrows from it [keel-exclusive]
    }
}
