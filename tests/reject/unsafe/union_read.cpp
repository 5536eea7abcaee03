// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

union Register {
    u32 word;
    u8 bytes[4];
};
u8 low_byte(Register value)
{
    return static_cast<u8>(value.word + sizeof(value.bytes)); // expect-error: [keel-unsafe-op]
}
