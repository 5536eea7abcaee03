// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u8 first(const Page& page)
{
    Span<const u8> bytes = page.map().bytes(); // expect-error: will be destroyed
    return bytes[0];
}
