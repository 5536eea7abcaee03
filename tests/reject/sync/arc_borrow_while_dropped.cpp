// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/arc_borrow.hpp>
using namespace keel;
struct Point {
    u32 x;
};
u32 caller(Arc<Point> point)
{
    const ArcBorrow<Point> borrow = point;
    point = Arc<Point>(); // expect-error: [keel-exclusive]
    return borrow->x;
}
