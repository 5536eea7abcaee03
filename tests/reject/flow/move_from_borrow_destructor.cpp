// SPDX-License-Identifier: GPL-2.0
// The destructor would find the field empty.
// rustc: E0509
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void drop(Box<int>);
struct Session {
    Box<int> box;
    ~Session() { use(*box); }
};
void caller(Session session)
{
    drop(move(session.box)); // expect-error: cannot move a field out of an object whose destructor uses it [keel-move-from-borrow]
}
