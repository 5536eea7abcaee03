// SPDX-License-Identifier: GPL-2.0
// One field is gone.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void drop(Box<int>);
struct Pair {
    Box<int> a;
    Box<int> b;
};
void caller(Pair pair)
{
    drop(move(pair.a));
    use(*pair.b);
    use(*pair.a); // expect-error: 'pair.a' is used after it was moved [keel-use-after-move]
}
