// SPDX-License-Identifier: GPL-2.0
// rustc: E0425
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Buffer {
    Array<u8, 4> bytes;
    Span<u8> used;
};

usize make()
{
    Buffer buffer {.bytes = {}, .used = buffer.bytes.span()}; // expect-error: the object keeps a borrow of itself [keel-pinned]
    return buffer.used.len();
}
