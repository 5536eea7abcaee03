// SPDX-License-Identifier: GPL-2.0
// Behind a shared reference, a mutable one is not mutable. rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_VIEW Writer {
    Vec<int>& to;
};

int both(const Writer& a, const Writer& b)
{
    int& element = b.to[0]; // expect-error: through a const view of type 'Writer' [keel-view-mutability]
    a.to.clear(); // expect-error: this changes an object, or lets it be changed, through a const view of type 'Writer' [keel-view-mutability]
    return element;
}
