// SPDX-License-Identifier: GPL-2.0
// A guard that was handed on no longer holds the lock.
// rustc: E0382
#include <keel/sync/mutex.hpp>
using namespace keel;
void caller(const Mutex<int>& mutex)
{
    auto guard = mutex.lock();
    auto other = move(guard);
    *guard = 1; // expect-error: 'guard' is used after it was moved [keel-use-after-move]
    *other = 2;
}
