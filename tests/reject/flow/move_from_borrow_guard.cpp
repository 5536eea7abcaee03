// SPDX-License-Identifier: GPL-2.0
// The next one who locks would find it gone.
// rustc: E0507
#include <keel/alloc/box.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
void drop(Box<int>);
void caller(const Mutex<Box<int>>& mutex)
{
    auto guard = mutex.lock();
    drop(move(*guard)); // expect-error: cannot move out of what is only borrowed [keel-move-from-borrow]
}
