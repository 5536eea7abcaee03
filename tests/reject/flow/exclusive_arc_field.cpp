// SPDX-License-Identifier: GPL-2.0
// An Arc in a field: the object may end when another takes its place.
// rustc: E0506
#include <keel/sync/arc.hpp>
using namespace keel;
void use(const int&);
struct Device {
    Arc<int> shared;
    void replace(Arc<int> other)
    {
        const int& n = *shared;
        shared = move(other); // expect-error: 'shared' is assigned to while 'n' borrows from it [keel-exclusive]
        use(n);
    }
};
