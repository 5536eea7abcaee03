// SPDX-License-Identifier: GPL-2.0
// Reported once, where the borrow is kept.
#include <keel/prelude.hpp>

using namespace keel;

struct Inner {
    Str name; // expect-error: field 'name' keeps a borrow [keel-borrow-field]
};

struct Outer {
    Inner inner;
};
