// SPDX-License-Identifier: GPL-2.0
// The whole is not whole without the field.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void drop(Box<int>);
struct Pair {
    Box<int> a;
    Box<int> b;
};
void drop_pair(Pair);
void caller(Pair pair)
{
    drop(move(pair.a));
    drop_pair(move(pair)); // expect-error: 'pair' is used after it was moved [keel-use-after-move]
}
