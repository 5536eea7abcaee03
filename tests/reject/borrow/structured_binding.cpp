// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Pair {
    Box<u32> first;
    Box<u32> second;
};
void consume(Pair pair);
u32 both(Pair pair)
{
    auto& [first, second] = pair;
    consume(move(pair)); // expect-error: [keel-exclusive]
    return *first + *second;
}
