// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

static constinit Span<u8> current_buffer; // expect-error: [keel-borrow-global]
usize pending() { return current_buffer.len(); }
