// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    const u32& sequence; // expect-error: [keel-borrow-field]
};
