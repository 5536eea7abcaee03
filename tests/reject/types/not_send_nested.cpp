// SPDX-License-Identifier: GPL-2.0
// Any depth of owners. rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

struct KEEL_NOT_SEND Local {
    int number;
};
struct Inner {
    Arc<Local> local;
};
struct Outer {
    Box<Inner> inner;
};

void pass(Outer outer)
{
    later::hand_over(move(outer)); // expect-error: field 'inner' of 'Outer': field 'local' of 'Inner': 'Local' stays with its thread [keel-not-send]
}
