// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/mm/shared_page.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

u32 number_in(const mm::SharedPage& page)
{
    auto mapping = page.map();
    return mapping.bytes().at<mm::Shared<u32>>(0).value().read_once();
}
void set_number_in(const mm::SharedPage& page, u32 number)
{
    auto mapping = page.map();
    mapping.bytes().at<mm::Shared<u32>>(0).value().write_once(number);
}

void a_page_has_owners(Test& test)
{
    Result<Page> made = Page::create(GFP_KERNEL);
    if (!made.ok())
        return;
    Page page = made.take();
    const Array<u8, 4> seven = {7, 0, 0, 0};
    KEEL_EXPECT(test, page.write(0, seven).ok());
    mm::SharedPage first = move(page);
    mm::SharedPage second = first.clone();
    KEEL_EXPECT(test, page.is_empty() && first.raw() == second.raw() && number_in(second) == 7);
    set_number_in(first, 8);
    {
        mm::SharedPage ends = move(first);
        KEEL_EXPECT(test, first.is_empty() && number_in(ends) == 8);
    }
    KEEL_EXPECT(test, number_in(second) == 8);
    first = move(second);
    KEEL_EXPECT(test, second.is_empty() && number_in(first) == 8 && mm::SharedPage().is_empty());
}

void a_page_is_of_zeroes(Test& test)
{
    Result<mm::SharedPage> made = mm::SharedPage::create(GFP_ATOMIC);
    if (!made.ok())
        return;
    mm::SharedPage page = made.take();
    auto mapping = page.map();
    u64 any = 0;
    for (usize at = 0; at < Page::size; at += 8)
        any |= mapping.bytes().at<mm::Shared<u64>>(at).value().read_once();
    KEEL_EXPECT(test, any == 0 && mapping.bytes().len() == Page::size);
}

void pages_are_kept_in_order(Test& test)
{
    Result<mm::SharedPages> made = mm::SharedPages::create(5, GFP_KERNEL);
    if (!made.ok())
        return;
    const mm::SharedPages pages = made.take();
    KEEL_EXPECT(test, pages.page_count() == 5 && pages.len() == 5 * Page::size && pages.raw() != nullptr);
    for (u32 i = 0; i < 5; i++)
        set_number_in(pages[i], i + 10);
    for (u32 i = 0; i < 5; i++)
        KEEL_EXPECT(test, number_in(pages.page(i).take()) == i + 10);
    KEEL_EXPECT(test, pages.page(5).error() == EINVAL && pages.page(~usize {0}).error() == EINVAL);
    KEEL_EXPECT(test, mm::SharedPages::create(0, GFP_KERNEL).error() == EINVAL);
    KEEL_EXPECT(test, mm::SharedPages().page_count() == 0 && mm::SharedPages().page(0).error() == EINVAL);
}

void the_pages_of_a_folio_keep_it(Test& test)
{
    Result<Folio> made = Folio::create(2, GFP_KERNEL);
    if (!made.ok())
        return;
    Folio folio = made.take();
    for (usize i = 0; i < 4; i++)
        folio.bytes()[i * Page::size] = static_cast<u8>(i + 1);
    Result<mm::SharedPages> split = mm::SharedPages::from_folio(move(folio), GFP_KERNEL);
    if (!split.ok())
        return;
    mm::SharedPage last;
    {
        const mm::SharedPages pages = split.take();
        KEEL_EXPECT(test, pages.page_count() == 4 && number_in(pages[0]) == 1 && number_in(pages[2]) == 3);
        last = pages.page(3).take();
    }
    KEEL_EXPECT(test, number_in(last) == 4);
}

} // namespace

KEEL_SUITE(shared_page_suite, "mm/shared_page", KEEL_CASE(a_page_has_owners), KEEL_CASE(a_page_is_of_zeroes),
           KEEL_CASE(pages_are_kept_in_order), KEEL_CASE(the_pages_of_a_folio_keep_it));
