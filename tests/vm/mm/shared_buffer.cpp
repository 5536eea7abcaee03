// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/mm/shared_buffer.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void a_buffer_has_whole_pages_of_zeroes(Test& test)
{
    Result<mm::SharedBuffer> made = mm::SharedBuffer::create(Page::size + 1);
    if (!made.ok())
        return;
    const mm::SharedBuffer buffer = made.take();
    u64 any = 0;
    for (usize at = 0; at < buffer.len(); at += 8)
        any |= buffer.bytes().at<mm::Shared<u64>>(at).value().read_once();
    KEEL_EXPECT(test, buffer.len() == 2 * Page::size && buffer.bytes().len() == buffer.len() && any == 0);
    KEEL_EXPECT(test, buffer.raw() != nullptr);
    KEEL_EXPECT(test, mm::SharedBuffer::create(0).error() == EINVAL);
    KEEL_EXPECT(test, mm::SharedBuffer::create(~usize {0}).error() == ENOMEM);
    KEEL_EXPECT(test, mm::SharedBuffer().len() == 0 && mm::SharedBuffer().page(0).error() == EINVAL);
}

void its_pages_are_its_bytes(Test& test)
{
    Result<mm::SharedBuffer> made = mm::SharedBuffer::create(3 * Page::size);
    if (!made.ok())
        return;
    mm::SharedBuffer buffer = made.take();
    const Array<u8, 2> mark = {0x11, 0x22};
    KEEL_EXPECT(test, buffer.bytes().write(2 * Page::size + 5, mark).ok());
    KEEL_EXPECT(test, buffer.page(3).error() == EINVAL);
    Result<mm::SharedPage> got = buffer.page(2);
    KEEL_EXPECT(test, got.ok());
    mm::SharedPage page = got.take();
    Array<u8, 2> seen {};
    {
        auto mapping = page.map();
        KEEL_EXPECT(test, mapping.bytes().read(5, seen).ok() && seen[1] == 0x22);
    }
    mm::SharedBuffer moved = move(buffer);
    KEEL_EXPECT(test, buffer.len() == 0 && moved.len() == 3 * Page::size);
    moved = mm::SharedBuffer();
    // The page has an owner yet.
    auto mapping = page.map();
    KEEL_EXPECT(test, mapping.bytes().read(5, seen).ok() && seen[0] == 0x11);
}

} // namespace

KEEL_SUITE(shared_buffer_suite, "mm/shared_buffer", KEEL_CASE(a_buffer_has_whole_pages_of_zeroes),
           KEEL_CASE(its_pages_are_its_bytes));
