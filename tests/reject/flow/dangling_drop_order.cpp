// SPDX-License-Identifier: GPL-2.0
// Variables end in the reverse order: this destructor sees what is gone.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
struct KEEL_VIEW Reporter {
    Span<int> what;
    explicit Reporter(Span<int> what) : what {what} {}
    ~Reporter() { use(what[0]); }
};
void caller(Vec<int>& outer)
{
    Reporter reporter(outer.span());
    Vec<int> v;
    reporter = Reporter(v.span()); // expect-error: 'v' does not live long enough: 'reporter' borrows from it here [keel-dangling]
}
