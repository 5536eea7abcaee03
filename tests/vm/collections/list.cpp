// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/collections/list.hpp>
#include <keel/sync/arc.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Job {
    u32 id;
    ListLinks other; // the links in use need not come first
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

struct Node {
    u32 id;
    SharedListLinks links;
    SharedListLinks lru;
};
using Nodes = List<Arc<Node>, &Node::links>;
using Lru = List<Arc<Node>, &Node::lru>;

/// Jobs 1, 2, ... n, or fewer if memory runs out.
Jobs jobs(u32 n)
{
    Jobs made;
    for (u32 id = 1; id <= n; id++)
        if (Result<Box<Job>> job = Box<Job>::create(GFP_KERNEL, id); job.ok())
            made.push_back(job.take());
    return made;
}

/// The ids in their order, as digits.
template <class L> u64 digits(const L& list)
{
    u64 number = 0;
    for (const auto& element : list)
        number = number * 10 + element.id;
    return number;
}

/// As `digits`, from the back.
u64 reversed(Jobs& list)
{
    u64 number = 0;
    for (auto cursor = list.cursor_back(); !cursor.at_end(); cursor.previous())
        number = number * 10 + cursor->id;
    return number;
}

/// Whether all of `n` could be allocated.
bool complete(const Jobs& list, u32 n)
{
    u32 count = 0;
    for (const Job& job : list)
        count += job.id != 0;
    return count == n;
}

void a_list_is_a_queue_and_a_stack(Test& test)
{
    Jobs list;
    KEEL_EXPECT(test, list.is_empty() && list.pop_front().is_none() && list.pop_back().is_none());
    KEEL_EXPECT(test, list.front().is_none() && list.back().is_none());
    for (u32 id = 1; id <= 4; id++) {
        Result<Box<Job>> job = Box<Job>::create(GFP_KERNEL, id);
        if (!job.ok())
            return;
        if (id % 2)
            list.push_back(job.take());
        else
            list.push_front(job.take());
    }
    KEEL_EXPECT(test, digits(list) == 4213 && reversed(list) == 3124);
    list.front().value().id = 5;
    const Jobs& view = list;
    KEEL_EXPECT(test, view.front().value().id == 5 && view.back().value().id == 3 && list.back().value().id == 3);
    KEEL_EXPECT(test, list.pop_front().value()->id == 5 && list.pop_back().value()->id == 3);
    KEEL_EXPECT(test, digits(list) == 21 && !list.is_empty());
    for (Job& job : list)
        job.id += 5;
    KEEL_EXPECT(test, digits(list) == 76);
    list.clear();
    KEEL_EXPECT(test, list.is_empty());
}

void a_moved_list_takes_its_elements_along(Test& test)
{
    Jobs list = jobs(3);
    if (!complete(list, 3))
        return;
    Jobs moved = move(list);
    KEEL_EXPECT(test, list.is_empty() && digits(moved) == 123 && reversed(moved) == 321);
    list = move(moved);
    KEEL_EXPECT(test, moved.is_empty() && digits(list) == 123);
    list = jobs(2);
    Jobs empty;
    Jobs still_empty = move(empty);
    KEEL_EXPECT(test, empty.is_empty() && still_empty.is_empty());
}

void lists_are_joined(Test& test)
{
    Jobs list = jobs(2);
    Jobs more = jobs(3);
    if (!complete(list, 2) || !complete(more, 3))
        return;
    list.append(more);
    KEEL_EXPECT(test, digits(list) == 12123 && more.is_empty());
    list.append(more);
    Jobs first = jobs(1);
    list.prepend(first);
    KEEL_EXPECT(test, complete(list, 6) == (digits(list) == 112123));
    Jobs inner = jobs(2);
    {
        auto cursor = list.cursor();
        cursor.next();
        cursor.splice_before(inner);
    }
    KEEL_EXPECT(test, inner.is_empty() && (!complete(list, 8) || digits(list) == 11212123));
}

void a_cursor_edits_where_it_is(Test& test)
{
    Jobs list = jobs(4);
    Result<Box<Job>> before = Box<Job>::create(GFP_KERNEL, 8u);
    Result<Box<Job>> after = Box<Job>::create(GFP_KERNEL, 9u);
    if (!complete(list, 4) || !before.ok() || !after.ok())
        return;
    {
        auto cursor = list.cursor();
        cursor.next();
        KEEL_EXPECT(test, (*cursor).id == 2);
        cursor.insert_before(before.take());
        cursor.insert_after(after.take());
        KEEL_EXPECT(test, cursor.remove().value()->id == 2 && cursor->id == 9);
        cursor.previous();
        KEEL_EXPECT(test, cursor->id == 8);
        auto moved = move(cursor);
        moved.next();
        moved.next();
        moved.next();
        moved.next();
        KEEL_EXPECT(test, moved.at_end() && moved.remove().is_none());
        moved.next();
        KEEL_EXPECT(test, moved->id == 1);
    }
    KEEL_EXPECT(test, digits(list) == 18934 && reversed(list) == 43981);
    Jobs empty;
    KEEL_EXPECT(test, empty.cursor().at_end() && empty.cursor_back().at_end());
}

void elements_are_picked_by_a_condition(Test& test)
{
    Jobs list = jobs(6);
    if (!complete(list, 6))
        return;
    Jobs even = list.extract([](const Job& job) { return job.id % 2 == 0; });
    KEEL_EXPECT(test, digits(even) == 246 && digits(list) == 135 && reversed(list) == 531);
    even.retain([](Job& job) { return job.id != 4; });
    KEEL_EXPECT(test, digits(even) == 26);
    even.retain([](const Job&) { return false; });
    KEEL_EXPECT(test, even.is_empty());
}

void copying_an_element_does_not_touch_its_links(Test& test)
{
    Jobs list = jobs(3);
    if (!complete(list, 3))
        return;
    Job copy = list.front().value();
    copy.id = 7;
    list.back().value() = copy;
    KEEL_EXPECT(test, digits(list) == 127 && reversed(list) == 721);
}

void a_shared_element_is_on_one_list_at_most(Test& test)
{
    Result<Arc<Node>> made = Arc<Node>::create(GFP_KERNEL, 1u);
    if (!made.ok())
        return;
    Arc<Node> node = made.take();
    Nodes first;
    Nodes second;
    Lru lru;
    KEEL_EXPECT(test, first.push_back(node.clone()).ok());
    KEEL_EXPECT(test, second.push_back(node.clone()).error() == EBUSY);
    KEEL_EXPECT(test, first.push_front(node.clone()).error() == EBUSY);
    KEEL_EXPECT(test, first.cursor().insert_before(node.clone()).error() == EBUSY);
    KEEL_EXPECT(test, lru.push_back(node.clone()).ok());
    KEEL_EXPECT(test, first.contains(*node) && !second.contains(*node) && lru.contains(*node));
    KEEL_EXPECT(test, second.remove(*node).is_none() && !first.is_empty());
    KEEL_EXPECT(test, first.remove(*node).value().same_object(node));
    KEEL_EXPECT(test, first.is_empty() && first.remove(*node).is_none() && !lru.is_empty());
    KEEL_EXPECT(test, second.push_front(node.clone()).ok() && second.front().value().id == 1);
    KEEL_EXPECT(test, second.pop_back().value().same_object(node));
}

void shared_elements_know_the_list_they_were_moved_to(Test& test)
{
    Result<Arc<Node>> one = Arc<Node>::create(GFP_KERNEL, 1u);
    Result<Arc<Node>> two = Arc<Node>::create(GFP_KERNEL, 2u);
    if (!one.ok() || !two.ok())
        return;
    Arc<Node> first = one.take();
    Arc<Node> second = two.take();
    Nodes list;
    KEEL_EXPECT(test, list.push_back(first.clone()).ok() && list.push_back(second.clone()).ok());
    Nodes moved = move(list);
    list = Nodes();
    KEEL_EXPECT(test, !list.contains(*first) && moved.contains(*first) && moved.contains(*second));
    KEEL_EXPECT(test, list.remove(*first).is_none() && digits(moved) == 12);
    list = moved.extract([](const Node& node) { return node.id == 2; });
    KEEL_EXPECT(test, list.contains(*second) && !moved.contains(*second) && moved.contains(*first));
    list.append(moved);
    KEEL_EXPECT(test, list.remove(*first).is_some() && digits(list) == 2);
    {
        Nodes dropped = move(list);
    }
    KEEL_EXPECT(test, moved.push_back(second.clone()).ok());
}

} // namespace

KEEL_SUITE(list_suite, "collections/list", KEEL_CASE(a_list_is_a_queue_and_a_stack),
           KEEL_CASE(a_moved_list_takes_its_elements_along), KEEL_CASE(lists_are_joined),
           KEEL_CASE(a_cursor_edits_where_it_is), KEEL_CASE(elements_are_picked_by_a_condition),
           KEEL_CASE(copying_an_element_does_not_touch_its_links), KEEL_CASE(a_shared_element_is_on_one_list_at_most),
           KEEL_CASE(shared_elements_know_the_list_they_were_moved_to));
