// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

Span<u8> pick(Span<u8> a KEEL_LIFETIME_BOUND, Span<u8> b)
{
    Span<u8> chosen = a;
    if (chosen.is_empty())
        chosen = b;
    return chosen; // expect-error: [keel-return-unbound]
}
