// SPDX-License-Identifier: GPL-2.0
// Data of a lock that is unlocked when the function returns.
// rustc: E0515
#include <keel/sync/mutex.hpp>
using namespace keel;
int& caller(const Mutex<int>& mutex KEEL_LIFETIME_BOUND)
{
    auto guard = mutex.lock();
    return *guard; // expect-error: returns a borrow of 'guard', which ends with this function [keel-dangling]
}
