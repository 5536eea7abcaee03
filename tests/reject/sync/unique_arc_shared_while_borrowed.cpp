// SPDX-License-Identifier: GPL-2.0
// A reference to change it by must not outlast the moment in which it is shared.
#include <keel/prelude.hpp>
#include <keel/sync/unique_arc.hpp>
using namespace keel;
struct Point {
    u32 x;
};
Arc<Point> caller(UniqueArc<Point> point)
{
    u32& x = point->x;
    Arc<Point> shared = move(point).share(); // expect-error: [keel-exclusive]
    x = 3;
    return shared;
}
