// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> append_twice(Vec<u8>& log, Span<const u8> line)
{
    Span<const u8> before = static_cast<const Vec<u8>&>(log).span();
    TRY(log.extend(line, GFP_KERNEL)); // expect-error: [keel-exclusive]
    return before.len() + before[0];
}
