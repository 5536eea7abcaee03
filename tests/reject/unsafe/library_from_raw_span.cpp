// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

Span<u8> view(u8* bytes KEEL_LIFETIME_BOUND, usize len)
{
    return Span<u8>::from_raw(bytes, len); // expect-error: [keel-unsafe-op]
}
