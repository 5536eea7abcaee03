// SPDX-License-Identifier: GPL-2.0
// Structured bindings are references into the whole.
// rustc: E0505
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
struct Pair {
    Box<int> a;
    Box<int> b;
};
void drop(Pair);
void caller(Pair pair)
{
    auto& [a, b] = pair;
    drop(move(pair)); // expect-error: 'pair' is moved while
    use(*a);
    use(*b);
}
