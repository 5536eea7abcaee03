// SPDX-License-Identifier: GPL-2.0
// rustc: none, self-references cannot be written
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Counter {
    int count = 0;
    int& current = count; // expect-error: the object keeps a borrow of itself [keel-pinned]
};
