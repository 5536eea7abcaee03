// SPDX-License-Identifier: GPL-2.0
// The lock is held, and the elements move all the same.
// rustc: E0499
#include <keel/alloc/vec.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
void use(const int&);
Result<void> caller(const Mutex<Vec<int>>& mutex)
{
    auto guard = mutex.lock();
    int& first = (*guard)[0];
    TRY(guard->push(1, GFP_KERNEL)); // expect-error: 'guard' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
    return {};
}
