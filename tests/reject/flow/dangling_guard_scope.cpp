// SPDX-License-Identifier: GPL-2.0
// Data of a lock, used after the guard has unlocked.
// rustc: E0597
#include <keel/alloc/vec.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
void use(const int&);
void caller(const Mutex<Vec<int>>& mutex)
{
    Span<int> all;
    {
        auto guard = mutex.lock();
        all = guard->span(); // expect-error: 'guard' does not live long enough: 'all' borrows from it here [keel-dangling]
    }
    use(all[0]);
}
