// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Header { u32 magic; };
bool is_ours(u8* packet)
{
    return (Header*)packet != nullptr; // expect-error: [keel-unsafe-op]
}
