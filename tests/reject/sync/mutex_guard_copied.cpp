// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/mutex.hpp>
using namespace keel;
void caller(Mutex<int>& m)
{
    auto guard = m.lock();
    auto twice = guard; // expect-error: deleted
}
