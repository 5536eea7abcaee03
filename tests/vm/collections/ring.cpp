// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/collections/ring.hpp>
#include <keel/core/array.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void a_ring_is_a_queue(Test& test)
{
    Ring<u32, 4> ring;
    KEEL_EXPECT(test, ring.is_empty() && ring.pop().is_none() && ring.capacity() == 4);
    for (u32 round = 0; round < 10; round++) {
        for (u32 i = 0; i < 4; i++)
            KEEL_EXPECT(test, ring.push(round + i).is_none());
        KEEL_EXPECT(test, ring.is_full() && ring.push(99).value() == 99 && ring.len() == 4);
        for (u32 i = 0; i < 3; i++)
            KEEL_EXPECT(test, ring.pop().value() == round + i);
        KEEL_EXPECT(test, ring.len() == 1 && ring.pop().value() == round + 3);
    }
}

void elements_are_owned(Test& test)
{
    Ring<Box<u32>, 2> ring;
    for (u32 i = 0; i < 3; i++) {
        Result<Box<u32>> box = Box<u32>::create(GFP_KERNEL, i);
        if (!box.ok())
            return;
        Option<Box<u32>> refused = ring.push(box.take());
        KEEL_EXPECT(test, refused.is_some() == (i == 2) && (i < 2 || *refused.value() == 2));
    }
    KEEL_EXPECT(test, *ring.pop().value() == 0);
}

void bytes_go_in_and_out_in_pieces(Test& test)
{
    Ring<u8, 8> ring;
    const Array<u8, 6> in = {1, 2, 3, 4, 5, 6};
    Array<u8, 5> out {};
    KEEL_EXPECT(test, ring.push_from(in) == 6 && ring.push_from(in) == 2);
    KEEL_EXPECT(test, ring.pop_into(out) == 5 && out[0] == 1 && out[4] == 5);
    KEEL_EXPECT(test, ring.push_from(in) == 5 && ring.is_full());
    KEEL_EXPECT(test, ring.pop_into(out) == 5 && out[0] == 6 && out[1] == 1 && out[2] == 2 && out[3] == 1);
    KEEL_EXPECT(test, ring.pop_into(out) == 3 && out[2] == 5 && ring.pop_into(out) == 0);
}

void two_ends_share_a_ring(Test& test)
{
    Result<Ring<Box<u32>, 2>::Ends> made = Ring<Box<u32>, 2>::ends(GFP_KERNEL);
    if (!made.ok())
        return;
    auto [producer, consumer] = made.take();
    KEEL_EXPECT(test, consumer.is_empty() && !producer.is_full() && consumer.pop().is_none());
    for (u32 i = 0; i < 2; i++) {
        Result<Box<u32>> box = Box<u32>::create(GFP_KERNEL, i);
        if (!box.ok())
            return;
        KEEL_EXPECT(test, producer.push(box.take()).is_none());
    }
    KEEL_EXPECT(test, producer.is_full() && *consumer.pop().value() == 0);
}

void two_ends_pass_bytes(Test& test)
{
    Result<Ring<u8, 4>::Ends> made = Ring<u8, 4>::ends(GFP_ATOMIC);
    if (!made.ok())
        return;
    auto [producer, consumer] = made.take();
    const Array<u8, 3> in = {1, 2, 3};
    Array<u8, 3> out {};
    KEEL_EXPECT(test, producer.push_from(in) == 3 && consumer.pop_into(out) == 3 && out[2] == 3);
}

} // namespace

KEEL_SUITE(ring_suite, "collections/ring", KEEL_CASE(a_ring_is_a_queue), KEEL_CASE(elements_are_owned),
           KEEL_CASE(bytes_go_in_and_out_in_pieces), KEEL_CASE(two_ends_share_a_ring), KEEL_CASE(two_ends_pass_bytes));
