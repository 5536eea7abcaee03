// SPDX-License-Identifier: GPL-2.0
// Arrays are what their elements are.
#include <keel/prelude.hpp>

using namespace keel;

struct Ring {
    int* slots[4]; // expect-error: field 'slots' keeps a borrow [keel-borrow-field]
};
