// SPDX-License-Identifier: GPL-2.0
// What is shared is read-only.
#include <keel/prelude.hpp>
#include <keel/sync/unique_arc.hpp>
using namespace keel;
struct Point {
    u32 x;
};
Arc<Point> caller(UniqueArc<Point> point)
{
    Arc<Point> shared = move(point).share();
    point->x = 3; // expect-error: [keel-use-after-move]
    return shared;
}
