// SPDX-License-Identifier: GPL-2.0
// The length was checked, the header is replaced, and the old check still counts.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Header {
    u32 length = 0;
    u32 kind = 0;
};
Result<u32> accept(Header& header, const Header& fresh)
{
    const u32& length = header.length;
    if (length > 64)
        return EINVAL;
    header = fresh; // expect-error: [keel-exclusive]
    return length;
}
