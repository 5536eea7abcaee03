// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/alloc/page.hpp>
#include <keel/core/array.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void a_page_is_of_zeroes(Test& test)
{
    Result<Page> made = Page::create(GFP_KERNEL);
    if (!made.ok())
        return;
    Page page = made.take();
    u8 any = 0;
    {
        auto mapping = page.map();
        KEEL_EXPECT(test, mapping.bytes().len() == Page::size && Page::size >= 4096);
        for (u8& byte : mapping.bytes())
            any |= byte;
        mapping.bytes()[7] = 3;
    }
    const Page& view = page;
    KEEL_EXPECT(test, any == 0 && view.map().bytes()[7] == 3 && page.raw() == view.raw());
}

void bytes_are_copied_in_and_out(Test& test)
{
    Result<Page> made = Page::create(GFP_ATOMIC);
    if (!made.ok())
        return;
    Page page = made.take();
    const Array<u8, 4> in = {1, 2, 3, 4};
    Array<u8, 4> out {};
    KEEL_EXPECT(test, page.write(Page::size - 4, in).ok() && page.read(Page::size - 4, out).ok() && out[3] == 4);
    KEEL_EXPECT(test, page.write(Page::size - 3, in).error() == EINVAL);
    KEEL_EXPECT(test, page.write(~usize {0}, in).error() == EINVAL && page.read(Page::size + 1, out).error() == EINVAL);
    KEEL_EXPECT(test, page.read(Page::size - 5, out).ok() && out[0] == 0 && out[1] == 1);
    Page moved = move(page);
    KEEL_EXPECT(test, page.is_empty() && !moved.is_empty() && moved.read(0, out).ok() && out[1] == 0);
}

void memory_comes_from_a_node(Test& test)
{
    KEEL_EXPECT(test, NumaNode::from_id(-1).is_none() && NumaNode::from_id(1 << 20).is_none());
    KEEL_EXPECT(test, NumaNode::any().id() == -1 && NumaNode::local() == NumaNode::from_id(0).value());
    if (Result<Page> page = Page::create_on(NumaNode::local(), GFP_KERNEL); page.ok())
        KEEL_EXPECT(test, !page.take().is_empty());
    if (Result<Box<u32>> box = Box<u32>::create_on(NumaNode::local(), GFP_KERNEL, 7u); box.ok())
        KEEL_EXPECT(test, *box.take() == 7);
    if (Result<KVBox<u32>> box = KVBox<u32>::create_on(NumaNode::any(), GFP_KERNEL, 8u); box.ok())
        KEEL_EXPECT(test, *box.take() == 8);
}

} // namespace

KEEL_SUITE(page_suite, "alloc/page", KEEL_CASE(a_page_is_of_zeroes), KEEL_CASE(bytes_are_copied_in_and_out),
           KEEL_CASE(memory_comes_from_a_node));
