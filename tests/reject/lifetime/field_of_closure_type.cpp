// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

template <class F> struct Hook {
    F run; // expect-error: [keel-borrow-field]
};
u32 hooked(u32 limit)
{
    auto below = [&limit](u32 n) { return n < limit; };
    Hook<decltype(below)> hook {.run = below};
    return hook.run(3) ? 1 : 0;
}
