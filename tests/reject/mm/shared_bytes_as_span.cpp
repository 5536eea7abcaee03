// SPDX-License-Identifier: GPL-2.0
// Parsed in place, what was checked could change.
#include <keel/mm/shared_buffer.hpp>
#include <keel/prelude.hpp>
using namespace keel;
u32 sum(Span<const u8> bytes)
{
    u32 sum = 0;
    for (const u8& byte : bytes)
        sum += byte;
    return sum;
}
u32 sum_of(const mm::SharedBuffer& buffer)
{
    return sum(buffer.bytes()); // expect-error: no matching function
}
