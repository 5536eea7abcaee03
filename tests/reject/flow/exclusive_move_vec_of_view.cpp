// SPDX-License-Identifier: GPL-2.0
// A view of one's own kind that looks at a Vec which is moved away.
// rustc: E0505
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void drop(Vec<int>);
struct KEEL_VIEW Cursor {
    Span<int> rest;
};
void caller(Vec<int> v)
{
    Cursor cursor {v.span()};
    drop(move(v)); // expect-error: 'v' is moved while 'cursor' borrows from it [keel-exclusive]
    use(cursor.rest[0]);
}
