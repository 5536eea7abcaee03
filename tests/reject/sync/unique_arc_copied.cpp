// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/unique_arc.hpp>
using namespace keel;
struct Point {
    u32 x;
};
UniqueArc<Point> caller(const UniqueArc<Point>& point)
{
    return point; // expect-error: call to implicitly-deleted copy constructor
}
