// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Header { u32 magic; };
using HeaderPointer = const Header*;
bool is_ours(const u8* packet)
{
    return HeaderPointer(packet) != nullptr; // expect-error: [keel-unsafe-op]
}
