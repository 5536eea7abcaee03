// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

enum class Mode : u8 { Off, On };
Mode mode(u32 raw)
{
    return static_cast<Mode>(raw); // expect-error: [keel-unsafe-op]
}
