// SPDX-License-Identifier: GPL-2.0
// A view that is given something shorter lived.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
struct KEEL_VIEW Cursor {
    Span<int> rest;
    void set(Span<int> to) { rest = to; }
};
void caller()
{
    Vec<int> a;
    Cursor cursor {a.span()};
    {
        Vec<int> b;
        cursor.set(b.span()); // expect-error: 'b' does not live long enough: 'cursor' borrows from it here [keel-dangling]
    }
    use(cursor.rest[0]);
}
