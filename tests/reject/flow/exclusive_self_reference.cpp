// SPDX-License-Identifier: GPL-2.0
// What borrows from a part of itself cannot be moved.
// rustc: E0505
#include <keel/alloc/vec.hpp>
using namespace keel;
struct KEEL_VIEW Parser {
    Vec<int> numbers;
    Span<int> rest;
};
void drop(Parser);
void caller(Vec<int> numbers)
{
    Parser parser {move(numbers), {}};
    parser.rest = parser.numbers.span(); // expect-error: [keel-pinned]
    drop(move(parser)); // expect-error: 'parser' is moved while it borrows from itself [keel-exclusive]
}
