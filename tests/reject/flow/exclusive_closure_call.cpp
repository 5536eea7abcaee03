// SPDX-License-Identifier: GPL-2.0
// Calling a closure that changes what it captured.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller(Vec<int>& v)
{
    auto wipe = [&] { v.clear(); };
    int& first = v[0]; // expect-error: 'v' is borrowed while 'wipe' may change it [keel-exclusive]
    wipe();
    use(first);
}
