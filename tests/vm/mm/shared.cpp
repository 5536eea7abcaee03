// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/mm/shared_buffer.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Header {
    mm::Shared<u32> produced;
    mm::Shared<u32> consumed;
    mm::Shared<u64> time;
    mm::Shared<u8> flag;
};

void numbers_are_fetched_and_stored(Test& test)
{
    Result<mm::SharedBuffer> made = mm::SharedBuffer::create(100);
    if (!made.ok())
        return;
    const mm::SharedBuffer buffer = made.take();
    Option<const Header&> found = buffer.bytes().at<Header>(8);
    KEEL_EXPECT(test, found.is_some() && sizeof(Header) == 24);
    const Header& header = found.value();
    KEEL_EXPECT(test, header.produced.read_once() == 0 && header.time.load_acquire() == 0);
    header.produced.write_once(5);
    header.consumed.store_release(6);
    header.time.write_once(~u64 {0});
    header.flag.store_release(9);
    KEEL_EXPECT(test, header.produced.load_acquire() == 5 && header.consumed.read_once() == 6);
    KEEL_EXPECT(test, header.time.read_once() == ~u64 {0} && header.flag.load_acquire() == 9);
    Array<u8, 4> raw {};
    KEEL_EXPECT(test, buffer.bytes().read(12, raw).ok() && raw[0] == 6 && raw[1] == 0);
}

void bytes_are_copied_in_and_out(Test& test)
{
    Result<mm::SharedBuffer> made = mm::SharedBuffer::create(1);
    if (!made.ok())
        return;
    const mm::SharedBuffer buffer = made.take();
    const mm::SharedBytes bytes = buffer.bytes();
    const Array<u8, 3> in = {1, 2, 3};
    Array<u8, 3> out {};
    KEEL_EXPECT(test, bytes.len() == Page::size && bytes.write(Page::size - 3, in).ok());
    KEEL_EXPECT(test, bytes.read(Page::size - 3, out).ok() && out[0] == 1 && out[2] == 3);
    KEEL_EXPECT(test,
                bytes.write(Page::size - 2, in).error() == EINVAL && bytes.read(~usize {0}, out).error() == EINVAL);
    KEEL_EXPECT(test, bytes.read(Page::size, Span<u8>()).ok() && bytes.write(Page::size + 1, in).error() == EINVAL);
}

/// What UserReader and UserWriter are to a process, to an array.
struct Elsewhere {
    Array<u8, 4> bytes;

    Result<void> read_exact(Span<u8> into)
    {
        for (usize i = 0; i < into.len(); i++)
            into[i] = bytes[i];
        return {};
    }
    Result<void> write_all(Span<const u8> from)
    {
        for (usize i = 0; i < from.len(); i++)
            bytes[i] = from[i];
        return {};
    }
};

void bytes_come_and_go_without_a_look(Test& test)
{
    Result<mm::SharedBuffer> made = mm::SharedBuffer::create(1);
    if (!made.ok())
        return;
    const mm::SharedBuffer buffer = made.take();
    Elsewhere from = {.bytes = {1, 2, 3, 4}}, to = {.bytes = {}};
    KEEL_EXPECT(test, buffer.bytes().copy_from(from, 10, 4).ok() && buffer.bytes().copy_to(to, 11, 3).ok());
    KEEL_EXPECT(test, to.bytes[0] == 2 && to.bytes[2] == 4 && to.bytes[3] == 0);
    KEEL_EXPECT(test, buffer.bytes().copy_from(from, Page::size - 3, 4).error() == EINVAL);
    KEEL_EXPECT(test, buffer.bytes().copy_to(to, ~usize {0}, 4).error() == EINVAL && to.bytes[0] == 2);
}

void what_is_not_all_there_is_none(Test& test)
{
    Result<mm::SharedBuffer> made = mm::SharedBuffer::create(Page::size);
    if (!made.ok())
        return;
    const mm::SharedBuffer buffer = made.take();
    const mm::SharedBytes bytes = buffer.bytes();
    KEEL_EXPECT(test, bytes.at<Header>(Page::size - 24).is_some() && bytes.at<Header>(Page::size - 16).is_none());
    KEEL_EXPECT(test, bytes.at<mm::Shared<u32>>(2).is_none() && bytes.at<mm::Shared<u16>>(2).is_some());
    KEEL_EXPECT(test, bytes.at<mm::Shared<u8>>(Page::size).is_none() && bytes.at<mm::Shared<u8>>(~usize {0}).is_none());
}

} // namespace

KEEL_SUITE(shared_suite, "mm/shared", KEEL_CASE(numbers_are_fetched_and_stored), KEEL_CASE(bytes_are_copied_in_and_out),
           KEEL_CASE(bytes_come_and_go_without_a_look), KEEL_CASE(what_is_not_all_there_is_none));
