// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/sync/set_once.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void the_first_value_stays(Test& test)
{
    const SetOnce<u32> once;
    KEEL_EXPECT(test, once.get().is_none());
    KEEL_EXPECT(test, once.set(4).ok() && once.get().value() == 4);
    KEEL_EXPECT(test, once.set(5).error() == EEXIST && once.get().value() == 4);
}

void an_owner_is_destroyed_with_it(Test& test)
{
    const SetOnce<Box<u32>> once;
    auto first = Box<u32>::create(GFP_KERNEL, 1u);
    auto second = Box<u32>::create(GFP_KERNEL, 2u);
    if (!first.ok() || !second.ok())
        return;
    KEEL_EXPECT(test, once.set(first.take()).ok() && !once.set(second.take()).ok());
    KEEL_EXPECT(test, *once.get().value() == 1);
}

} // namespace

KEEL_SUITE(set_once_suite, "sync/set_once", KEEL_CASE(the_first_value_stays), KEEL_CASE(an_owner_is_destroyed_with_it));
