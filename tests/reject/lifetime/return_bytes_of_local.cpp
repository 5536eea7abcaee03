// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

struct Header { u32 magic; u32 len; };
Span<const u8> header_bytes()
{
    Header header {.magic = 0x4b45454c, .len = 0};
    return as_bytes(header); // expect-error: [keel-dangling]
}
