// SPDX-License-Identifier: GPL-2.0
// The body of a closure is checked like any function.
// rustc: E0499
#include <keel/alloc/vec.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
void use(const int&);
void caller(const Mutex<Vec<int>>& mutex)
{
    mutex.with([](Vec<int>& v) {
        int& first = v[0];
        v.clear(); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
        use(first);
    });
}
