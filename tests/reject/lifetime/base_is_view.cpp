// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Window : Span<u8> { // expect-error: [keel-borrow-field]
    u32 id = 0;
};
