// SPDX-License-Identifier: GPL-2.0
// A member that borrows from a parameter of the constructor.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
struct KEEL_VIEW Cursor {
    Span<int> rest;
    explicit Cursor(Vec<int> v)
        : rest {v.span()} // expect-error: 'v' ends with the constructor, and member 'rest' borrows from it [keel-dangling]
    {}
};
