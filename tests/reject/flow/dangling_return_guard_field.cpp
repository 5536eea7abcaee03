// SPDX-License-Identifier: GPL-2.0
// The same, of a lock in a member.
// rustc: E0515
#include <keel/alloc/vec.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
struct Device {
    Mutex<Vec<int>> mutex;
    int& first() const KEEL_LIFETIME_BOUND
    {
        auto guard = mutex.lock();
        return (*guard)[0]; // expect-error: returns a borrow of 'guard', which ends with this function [keel-dangling]
    }
};
