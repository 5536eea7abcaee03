// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
#include <keel/core/text_page.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Memory = Array<char, TextPage::capacity>;

/// Calls `use` with a page, and what was made of it with the bytes and how many were written.
template <class Use, class See> void on_a_page(Test& test, Use use, See see)
{
    auto memory = Box<Memory>::create(GFP_KERNEL);
    if (!memory.ok())
        return;
    Box<Memory> box = memory.take();
    UNSAFE("the box has a page of memory, and nobody else uses it")
    {
        TextPage page((*box).span().data());
        use(page);
        see(test, Str((*box).first(page.len() + 1)));
    }
}

void text_is_added(Test& test)
{
    on_a_page(
        test,
        [](TextPage& page) {
            page.emit<"{} of {:#x}\n">(1, 255u);
            page.write("and more");
            page.write("");
            page.emit<"!">();
        },
        [](Test& t, Str text) { KEEL_EXPECT(t, text == Str("1 of 0xff\nand more!\0")); });
}

void what_does_not_fit_is_cut(Test& test)
{
    on_a_page(
        test,
        [](TextPage& page) {
            for (u32 i = 0; i < TextPage::capacity / 4; i++)
                page.emit<"{:07}">(i);
            page.write("more");
        },
        [](Test& t, Str text) {
            KEEL_EXPECT(t, text.len() == TextPage::capacity);
            KEEL_EXPECT(t, text[text.len() - 1] == '\0' && text[text.len() - 2] != '\0');
            KEEL_EXPECT(t, text.slice(0, 14) == Str("00000000000001"));
        });
    on_a_page(
        test,
        [](TextPage& page) {
            for (u32 i = 0; i < TextPage::capacity; i++)
                page.write("ab");
        },
        [](Test& t, Str text) {
            KEEL_EXPECT(t, text.len() == TextPage::capacity);
            KEEL_EXPECT(t, text[text.len() - 1] == '\0' && text[text.len() - 2] == 'a');
        });
}

} // namespace

KEEL_SUITE(text_page_suite, "core/text_page", KEEL_CASE(text_is_added), KEEL_CASE(what_does_not_fit_is_cut));
