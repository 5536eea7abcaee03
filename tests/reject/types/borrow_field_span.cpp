// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

class Cursor {
public:
    usize at = 0;

private:
    Span<const u8> bytes_; // expect-error: field 'bytes_' keeps a borrow, 'Span<const u8>' [keel-borrow-field]
};
