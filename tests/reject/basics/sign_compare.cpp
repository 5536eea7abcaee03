// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

bool fits(i32 n, const Vec<u8>& text)
{
    return n < text.len(); // expect-error: comparison of integers of different signs
}
