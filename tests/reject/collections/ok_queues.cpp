// SPDX-License-Identifier: GPL-2.0
// From an interrupt handler to a thread, three ways.
#include <keel/collections/bitmap.hpp>
#include <keel/collections/llist.hpp>
#include <keel/collections/ring.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Event {
    u32 id;
    LListLinks links;
};
struct Device {
    SpinLock<Bitmap<32>> busy;
    LList<Box<Event>, &Event::links> events;
    SpinLock<Ring<u32, 16>::Producer> producer;
    Mutex<Ring<u32, 16>::Consumer> consumer;

    Result<u32> start() const
    {
        auto b = busy.lock();
        Option<usize> channel = b->take_clear();
        if (channel.is_none())
            return EBUSY;
        return static_cast<u32>(channel.value());
    }
    bool on_irq(u32 event) const { return producer.lock()->push(event).is_none(); }
    u32 drain() const
    {
        u32 sum = 0;
        auto c = consumer.lock();
        for (Option<u32> event = c->pop(); event.is_some(); event = c->pop())
            sum += event.value();
        auto taken = events.take_all();
        taken.reverse();
        for (Option<Box<Event>> event = taken.pop(); event.is_some(); event = taken.pop())
            sum += event.value()->id;
        return sum;
    }
};
Result<Arc<Device>> make()
{
    Option<Ring<u32, 16>::Ends> made = TRY(Ring<u32, 16>::ends(GFP_KERNEL));
    return Arc<Device>::init(GFP_KERNEL, [&](Init<Device>&) -> Device {
        auto ends = made.take();
        return {.busy = {}, .events = {}, .producer = move(ends.producer), .consumer = move(ends.consumer)};
    });
}
