// SPDX-License-Identifier: GPL-2.0
// Two threads, one of which changes. rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

struct KEEL_VIEW Writer {
    Vec<int>& to;
};

void pass(Vec<int>& to)
{
    later::hand_over(Writer {to}); // expect-error: field 'to' of 'Writer': mutable reference to [keel-not-send]
}
