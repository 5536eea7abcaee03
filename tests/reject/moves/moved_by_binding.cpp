// SPDX-License-Identifier: GPL-2.0
// Parts of a moved object by their names.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Pair {
    Vec<u8> first;
    Vec<u8> second;
};
Result<void> take(Pair pair);
Result<usize> bound(Pair pair)
{
    TRY(take(move(pair)));
    auto& [first, second] = pair; // expect-error: [keel-use-after-move]
    return first.len() + second.len();
}
