// SPDX-License-Identifier: GPL-2.0
// The same number, twice in one call, once to be changed.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

void add(u32& to, const u32& what) { to += what; }
void call(u32& x)
{
    add(x, x); // expect-error: [keel-exclusive-args]
}
