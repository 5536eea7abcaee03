// SPDX-License-Identifier: GPL-2.0
// The last Arc takes the object with it; whether it is the last one nobody knows.
// rustc: E0505
#include <keel/sync/arc.hpp>
using namespace keel;
void use(const int&);
void drop(Arc<int>);
void caller(Arc<int> shared)
{
    const int& n = *shared;
    drop(move(shared)); // expect-error: 'shared' is moved while 'n' borrows from it [keel-exclusive]
    use(n);
}
