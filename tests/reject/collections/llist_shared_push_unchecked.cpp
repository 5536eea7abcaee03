// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/llist.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Event {
    u32 id;
    SharedLListLinks links;
};
void add(const LList<Arc<Event>, &Event::links>& events, const Arc<Event>& event)
{
    events.push(event.clone()); // expect-error: ignoring return value
}
