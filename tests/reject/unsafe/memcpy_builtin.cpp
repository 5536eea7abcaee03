// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Header { u32 magic; };
void copy(Header& to, Span<const u8> from)
{
    __builtin_memcpy(&to, from.data(), sizeof(to)); // expect-error: [keel-unsafe-op]
}
