// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

struct State { u32 n; };
Result<State> load();
u32 used_after()
{
    const State& s = load().value(); // expect-error: temporary
    return s.n;
}
