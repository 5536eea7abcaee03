// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

u32 inner(bool verbose)
{
    Option<Mutex<u32>::Guard> kept;
    if (verbose) {
        Mutex<u32> turn;
        kept = turn.lock(); // expect-error: [keel-dangling]
    }
    return kept.is_some() ? 1 : 0;
}
