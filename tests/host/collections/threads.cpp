// SPDX-License-Identifier: GPL-2.0
// What several threads see of the containers that need no lock, and of lists that share elements.
//
// sources: src/*.cpp
#include <keel/alloc/box.hpp>
#include <keel/collections/list.hpp>
#include <keel/collections/llist.hpp>
#include <keel/collections/ring.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/test/suite.hpp>

#include "fake/fake.hpp"

using namespace keel;
using test::Test;

namespace {

constexpr u32 threads = 4;
constexpr u32 rounds = 2000;

void the_ends_of_a_ring_meet(Test& test)
{
    auto ends = Ring<Box<u32>, 8>::ends(GFP_KERNEL).take();
    u64 sum = 0;
    fake::run_threads(2, [&](unsigned number) {
        if (number == 0) {
            for (u32 i = 1; i <= rounds; i++)
                for (Option<Box<u32>> left = Box<u32>::create(GFP_KERNEL, i).take(); left.is_some();)
                    left = ends.producer.push(left.take());
            return;
        }
        for (u32 last = 0; last < rounds;)
            if (Option<Box<u32>> taken = ends.consumer.pop(); taken.is_some()) {
                KEEL_EXPECT(test, *taken.value() == last + 1);
                sum += last = *taken.value();
            }
    });
    KEEL_EXPECT(test, sum == u64 {rounds} * (rounds + 1) / 2 && ends.consumer.is_empty());
}

struct Event {
    u32 id;
    LListLinks links;
};

void every_push_to_an_llist_is_taken_once(Test& test)
{
    LList<Box<Event>, &Event::links> events;
    Atomic<u32> taken {0};
    fake::run_threads(threads, [&](unsigned number) {
        for (u32 i = 0; i < rounds; i++) {
            events.push(Box<Event>::create(GFP_KERNEL, number).take());
            if (i % 16 != 0)
                continue;
            auto some = events.take_all();
            for (Option<Box<Event>> event = some.pop(); event.is_some(); event = some.pop())
                taken.add(event.value()->id < threads);
        }
    });
    auto rest = events.take_all();
    for (Option<Box<Event>> event = rest.pop(); event.is_some(); event = rest.pop())
        taken.inc();
    KEEL_EXPECT(test, taken.load(Relaxed) == threads * rounds);
}

struct Node {
    u32 id;
    SharedListLinks links;
};
using Nodes = List<Arc<Node>, &Node::links>;

/// As in CVE-2025-68260: threads move one element between lists, each under that list's lock only.
void an_element_is_on_one_of_many_lists(Test& test)
{
    SpinLock<Nodes> lists[threads];
    Arc<Node> node = Arc<Node>::create(GFP_KERNEL, 7u).take();
    Atomic<u32> put {0}, taken {0};
    fake::run_threads(threads, [&](unsigned number) {
        for (u32 i = 0; i < rounds; i++) {
            put.add(lists[number].lock()->push_back(node.clone()).ok());
            taken.add(lists[(number + i) % threads].lock()->remove(*node).is_some());
        }
    });
    u32 left = 0;
    for (SpinLock<Nodes>& list : lists)
        left += list.lock()->remove(*node).is_some();
    KEEL_EXPECT(test, left <= 1 && put.load(Relaxed) == taken.load(Relaxed) + left);
}

} // namespace

KEEL_SUITE(threads_suite, "collections/threads", KEEL_CASE(the_ends_of_a_ring_meet),
           KEEL_CASE(every_push_to_an_llist_is_taken_once), KEEL_CASE(an_element_is_on_one_of_many_lists));

extern "C" int main()
{
    const test::Suite* const suites[] = {&threads_suite};
    const usize failures = test::run_all(Span<const test::Suite* const>(suites));
    return failures == 0 && fake::allocations_alive() == 0 && fake::locks_held() == 0 ? 0 : 1;
}
