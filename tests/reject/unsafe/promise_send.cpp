// SPDX-License-Identifier: GPL-2.0
// Only the library vouches for types.
// rustc: E0200
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_SEND Registers { // expect-error: [keel-trusted-annotation]
    u32 base;
};
