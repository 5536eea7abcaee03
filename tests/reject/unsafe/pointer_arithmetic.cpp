// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

bool has_room(Vec<u8>& bytes)
{
    return bytes.begin() + 8 < bytes.end(); // expect-error: [keel-unsafe-op]
}
