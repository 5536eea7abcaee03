// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
// A page that is none.
#include <keel/core/text_page.hpp>
#include <keel/prelude.hpp>
using namespace keel;
void show(Array<char, 16>& small)
{
    TextPage page(small.span().data()); // expect-error: keel-unsafe-op
    page.write("far more than sixteen characters");
}
