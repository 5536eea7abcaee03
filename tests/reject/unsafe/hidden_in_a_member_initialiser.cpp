// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32* find(u32 key);
struct Session {
    u32 value = *find(0); // expect-error: [keel-unsafe-op]
};
u32 call() { return Session {}.value; }
