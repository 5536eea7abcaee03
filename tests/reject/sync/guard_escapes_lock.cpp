// SPDX-License-Identifier: GPL-2.0
// A guard of a lock that ends with the function.
#include <keel/sync/mutex.hpp>
using namespace keel;
Mutex<int>::Guard caller()
{
    Mutex<int> mutex;
    return mutex.lock(); // expect-error: address of stack memory associated with local variable 'mutex' returned
}
