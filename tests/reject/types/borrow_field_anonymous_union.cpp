// SPDX-License-Identifier: GPL-2.0
// Unions and anonymous structs hide nothing.
#include <keel/prelude.hpp>

using namespace keel;

struct Choice {
    union {
        int number;
        const int* shown; // expect-error: field 'shown' keeps a borrow [keel-borrow-field]
    };
};
