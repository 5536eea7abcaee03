// SPDX-License-Identifier: GPL-2.0
// Locked data that a closure hands out.
// rustc: lifetime may not live long enough
#include <keel/alloc/vec.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
void use(const int&);
void caller(const Mutex<Vec<int>>& mutex)
{
    Span<int> all = mutex.with([](Vec<int>& v) {
        return v.span(); // expect-error: a closure returns a borrow of its parameter 'v' [keel-return-unbound]
    });
    use(all[0]);
}
