// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/llist.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Event {
    u32 id;
    LListLinks links;
};
using Events = LList<Box<Event>, &Event::links>;

void drain(const Events& events)
{
    events.take_all(); // expect-error: ignoring return value
}
