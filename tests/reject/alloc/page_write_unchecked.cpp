// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void put(Page& page, Span<const u8> bytes)
{
    page.write(10, bytes); // expect-error: ignoring return value
}
