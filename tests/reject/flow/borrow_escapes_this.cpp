// SPDX-License-Identifier: GPL-2.0
// A view of a local variable, kept in *this.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
struct KEEL_VIEW Cursor {
    Span<int> rest;
    void restart()
    {
        Vec<int> v;
        rest = v.span(); // expect-error: a borrow of 'v' is kept in 'rest', which outlives this function [keel-borrow-escapes]
    }
};
