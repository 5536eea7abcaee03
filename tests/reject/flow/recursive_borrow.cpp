// SPDX-License-Identifier: GPL-2.0
// A class that borrows and owns more of its own kind: refused, and the checker does not go round in it for ever.
#include <keel/prelude.hpp>
using namespace keel;
void use(const u8&);
struct Chain {
    Span<const u8> text; // expect-error: [keel-borrow-field]
    Option<Box<Chain>> next; // expect-error: [keel-borrow-field]
};
void caller(Vec<u8>& bytes, Vec<int>& other)
{
    Chain chain {bytes.span(), none};
    other.clear();
    use(chain.text[0]);
}
