// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

struct Device {
    Span<u8> buffer; // expect-error: [keel-borrow-field]
    u32 used;
};
