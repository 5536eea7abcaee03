// SPDX-License-Identifier: GPL-2.0
// A borrow of what a closure is given, kept in what it captured.
// rustc: E0521
#include <keel/alloc/vec.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
void use(const int&);
void caller(const Mutex<Vec<int>>& mutex)
{
    Span<int> all;
    mutex.with([&](Vec<int>& v) {
        all = v.span(); // expect-error: a borrow of 'v' is kept in 'all', which outlives this function [keel-borrow-escapes]
    });
    use(all[0]);
}
