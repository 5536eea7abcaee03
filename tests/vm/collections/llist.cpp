// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/collections/llist.hpp>
#include <keel/sync/arc.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Event {
    u32 id;
    LListLinks links;
};
using Events = LList<Box<Event>, &Event::links>;

/// Adds events 1 to `n`; whether that was possible.
bool fill(const Events& events, u32 n)
{
    for (u32 id = 1; id <= n; id++) {
        Result<Box<Event>> event = Box<Event>::create(GFP_KERNEL, id);
        if (!event.ok())
            return false;
        events.push(event.take());
    }
    return true;
}

void what_was_added_is_taken_at_once(Test& test)
{
    Events events;
    KEEL_EXPECT(test, events.is_empty() && events.take_all().is_empty());
    Result<Box<Event>> first = Box<Event>::create(GFP_KERNEL, 7u);
    if (!first.ok())
        return;
    KEEL_EXPECT(test, events.push(first.take()) && !events.is_empty());
    if (!fill(events, 3))
        return;
    auto taken = events.take_all();
    KEEL_EXPECT(test, events.is_empty() && taken.pop().value()->id == 3 && taken.pop().value()->id == 2);
    if (!fill(events, 2))
        return;
    auto more = events.take_all();
    more.reverse();
    KEEL_EXPECT(test, more.pop().value()->id == 1 && more.pop().value()->id == 2 && more.pop().is_none());
    more = move(taken);
    KEEL_EXPECT(test, taken.is_empty() && more.pop().value()->id == 1 && more.pop().value()->id == 7);
    KEEL_EXPECT(test, more.is_empty());
}

void what_is_not_taken_is_dropped(Test& test)
{
    Events events;
    const bool filled = fill(events, 3);
    auto taken = events.take_all();
    KEEL_EXPECT(test, !filled || !taken.is_empty());
    KEEL_EXPECT(test, !fill(events, 2) || !events.is_empty());
}

struct Signal {
    u32 id;
    SharedLListLinks links;
};
using Signals = LList<Arc<Signal>, &Signal::links>;

void a_shared_element_is_on_one_list_at_most(Test& test)
{
    Result<Arc<Signal>> made = Arc<Signal>::create(GFP_KERNEL, 5u);
    if (!made.ok())
        return;
    Arc<Signal> signal = made.take();
    Signals first;
    Signals second;
    KEEL_EXPECT(test, first.push(signal.clone()).value());
    KEEL_EXPECT(test, first.push(signal.clone()).error() == EBUSY && second.push(signal.clone()).error() == EBUSY);
    auto taken = first.take_all();
    KEEL_EXPECT(test, second.push(signal.clone()).error() == EBUSY && second.is_empty());
    KEEL_EXPECT(test, taken.pop().value().same_object(signal));
    KEEL_EXPECT(test, second.push(signal.clone()).value() && second.take_all().pop().value()->id == 5);
    KEEL_EXPECT(test, first.push(move(signal)).value());
}

} // namespace

KEEL_SUITE(llist_suite, "collections/llist", KEEL_CASE(what_was_added_is_taken_at_once),
           KEEL_CASE(what_is_not_taken_is_dropped), KEEL_CASE(a_shared_element_is_on_one_list_at_most));
