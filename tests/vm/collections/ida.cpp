// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/ida.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

using Minors = Ida<struct Minor>;

void the_smallest_free_number_is_given(Test& test)
{
    Minors minors;
    KEEL_EXPECT(test, minors.is_empty());
    Result<Minors::Id> first = minors.alloc(0, 2, GFP_KERNEL);
    Result<Minors::Id> second = minors.alloc(0, 2, GFP_ATOMIC);
    Result<Minors::Id> third = minors.alloc(2, 2, GFP_KERNEL);
    if (!first.ok() || !second.ok() || !third.ok())
        return;
    KEEL_EXPECT(test, first.value().value() == 0 && second.value().value() == 1 && third.value().value() == 2);
    const Error full = minors.alloc(0, 2, GFP_KERNEL).error();
    KEEL_EXPECT(test, (full == ENOSPC || full == ENOMEM) && !minors.is_empty());
    minors.free(second.take());
    Result<Minors::Id> again = minors.alloc(0, 2, GFP_KERNEL);
    if (!again.ok())
        return;
    Minors::Id moved = again.take();
    KEEL_EXPECT(test, moved.value() == 1);
    minors.free(move(moved));
    minors.free(first.take());
    minors.free(third.take());
    KEEL_EXPECT(test, minors.is_empty());
}

void an_empty_range_has_no_number(Test& test)
{
    Minors minors;
    KEEL_EXPECT(test, minors.alloc(3, 2, GFP_KERNEL).error() == ENOSPC);
    KEEL_EXPECT(test, minors.alloc(0x8000'0000, ~0u, GFP_KERNEL).error() == ENOSPC && minors.is_empty());
    Result<Minors::Id> dropped = minors.alloc(5, ~0u, GFP_KERNEL);
    KEEL_EXPECT(test, !dropped.ok() || dropped.value().value() == 5);
}

} // namespace

KEEL_SUITE(ida_suite, "collections/ida", KEEL_CASE(the_smallest_free_number_is_given),
           KEEL_CASE(an_empty_range_has_no_number));
