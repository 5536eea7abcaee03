// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

Span<u8> longer(Span<u8> a KEEL_LIFETIME_BOUND, Span<u8> b)
{
    return a.len() < b.len() ? b : a; // expect-error: [keel-return-unbound]
}
