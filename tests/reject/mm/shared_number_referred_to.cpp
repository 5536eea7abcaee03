// SPDX-License-Identifier: GPL-2.0
// A reference would be fetched as often as the compiler likes.
#include <keel/mm/shared.hpp>
#include <keel/prelude.hpp>
using namespace keel;
u32 last(const mm::Shared<u32>& index, Span<const u32> table)
{
    const u32& at = index; // expect-error: no viable conversion
    return at < table.len() ? table[at] : 0;
}
