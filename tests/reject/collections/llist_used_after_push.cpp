// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/collections/llist.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Event {
    u32 id;
    LListLinks links;
};
using Events = LList<Box<Event>, &Event::links>;

u32 report(const Events& events, Box<Event> event)
{
    events.push(move(event));
    return event->id; // expect-error: [keel-use-after-move]
}
