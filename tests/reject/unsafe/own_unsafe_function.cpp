// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

/// # Safety
/// `at` is below the length.
KEEL_UNSAFE_FUNCTION u32 unchecked(const Vec<u32>& table, usize at);
u32 first(const Vec<u32>& table)
{
    return unchecked(table, 0); // expect-error: [keel-unsafe-op]
}
