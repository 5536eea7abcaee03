// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
#include <keel/sync/revocable.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void revoked_it_is_gone(Test& test)
{
    const Revocable<u32> value {7};
    u32 seen = 0;
    KEEL_EXPECT(test, value.with([&](const u32& v) { seen = v; }) && seen == 7 && !value.is_revoked());
    KEEL_EXPECT(test, value.get(rcu::read()).is_some());
    KEEL_EXPECT(test, value.revoke() && value.is_revoked() && !value.revoke());
    KEEL_EXPECT(test, !value.with([&](const u32&) { seen = 0; }) && seen == 7 && value.get(rcu::read()).is_none());
}

void an_owner_is_destroyed_once(Test& test)
{
    for (const bool revoked : Array<bool, 2> {false, true}) {
        auto made = Box<u32>::create(GFP_KERNEL, 3u);
        if (!made.ok())
            return;
        const Revocable<Box<u32>> owner {made.take()};
        KEEL_EXPECT(test, owner.with([&](const Box<u32>& box) { KEEL_EXPECT(test, *box == 3); }));
        if (revoked)
            KEEL_EXPECT(test, owner.revoke());
    }
}

} // namespace

KEEL_SUITE(revocable_suite, "sync/revocable", KEEL_CASE(revoked_it_is_gone), KEEL_CASE(an_owner_is_destroyed_once));
