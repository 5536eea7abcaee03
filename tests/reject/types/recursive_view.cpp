// SPDX-License-Identifier: GPL-2.0
// A view that owns more of its own kind: what its const shows is const, and the search for that ends.
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Chain {
    Span<u8> text;
    Option<Box<Chain>> next;
};
u8& first(const Chain& chain KEEL_LIFETIME_BOUND)
{
    return chain.text[0]; // expect-error: [keel-view-mutability]
}
void collect(Chain& out, Chain more) // expect-error: [keel-borrow-out-param]
{
    out = move(more); // expect-error: [keel-borrow-escapes]
}
