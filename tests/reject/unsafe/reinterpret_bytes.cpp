// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Header { u32 magic; };
bool is_ours(Span<u8> packet)
{
    const auto* header = reinterpret_cast<const Header*>(packet.data()); // expect-error: [keel-unsafe-op]
    return header != nullptr;
}
