// SPDX-License-Identifier: GPL-2.0
// A field keeps an owner.
#include <keel/prelude.hpp>
#include <keel/sync/arc_borrow.hpp>
using namespace keel;
struct Point {
    u32 x;
};
struct Watcher {
    ArcBorrow<Point> point; // expect-error: [keel-borrow-field]
};
