// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/llist.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Event {
    u32 id;
    LListLinks links;
};
bool idle(const LList<Arc<Event>, &Event::links>& events)
{
    return events.is_empty(); // expect-error: an LList owns its elements alone
}
