// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Cursor {
public:
    Span<u32> rest;
};
void advance(Cursor& cursor)
{
    Array<u32, 2> local {1, 2};
    cursor.rest = local.span(); // expect-error: [keel-borrow-escapes]
}
