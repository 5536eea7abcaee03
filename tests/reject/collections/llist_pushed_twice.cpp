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

void report(const Events& first, const Events& second, Box<Event> event)
{
    first.push(move(event));
    second.push(move(event)); // expect-error: [keel-use-after-move]
}
