// SPDX-License-Identifier: GPL-2.0
// In a template that forwards what it gets.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void drop(Box<int>);
template <class T> void pass(T&& t)
{
    drop(forward<T>(t));
    use(*t); // expect-error: 't' is used after it was moved [keel-use-after-move]
}
void caller(Box<int> box) { pass(move(box)); }
