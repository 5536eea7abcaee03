// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

Span<u8> bytes(const Vec<u8>& text KEEL_LIFETIME_BOUND)
{
    return text.span(); // expect-error: no viable conversion
}
