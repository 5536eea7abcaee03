// SPDX-License-Identifier: GPL-2.0
// The guard unlocks at the end of the statement.
// rustc: E0716
#include <keel/alloc/vec.hpp>
#include <keel/sync/mutex.hpp>
using namespace keel;
void use(const int&);
void caller(const Mutex<Vec<int>>& mutex)
{
    int& n = (*mutex.lock())[0]; // expect-error: 'n' borrows from a temporary that ends with this statement [keel-dangling]
    use(n);
}
