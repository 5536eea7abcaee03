// SPDX-License-Identifier: GPL-2.0
// And one that is found at run time.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
struct Sink {
    virtual void fill(Vec<int>& v) = 0;
};
void caller(Sink& sink, Vec<int>& v)
{
    int& first = v[0];
    sink.fill(v); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
}
