// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

struct Queue {
    Vec<u32> entries;
    void drain() { entries.clear(); }
};
void flush(const Box<Queue>& queue)
{
    queue->drain(); // expect-error: 'this' argument to member function 'drain' has type
}
