// SPDX-License-Identifier: GPL-2.0
// A shared object that changes without a lock. rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

struct Counter {
    mutable int hits = 0; // expect-error: mutable
};

void share(Arc<Counter> counter)
{
    later::hand_over(move(counter)); // expect-error: this goes to another thread, and is not Send: field 'hits' of 'Counter' is mutable [keel-not-send]
}
