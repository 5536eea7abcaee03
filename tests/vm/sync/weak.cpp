// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/weak.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static constinit const Atomic<u32> alive {0};

struct Node {
    using HasWeak = void;

    Mutex<Weak<Node>> parent;
    Mutex<Option<Arc<Node>>> child;

    Node() { alive.inc(); }
    Node(const Node&) = delete;
    ~Node() { alive.dec(); }
};

void the_object_goes_with_its_last_owner(Test& test)
{
    Result<Arc<Node>> made = Arc<Node>::create(GFP_KERNEL);
    if (!made.ok())
        return;
    Arc<Node> node = made.take();
    Weak<Node> weak(node);
    Weak<Node> other = weak.clone();
    KEEL_EXPECT(test, alive.load(Relaxed) == 1 && !weak.is_empty());
    {
        Option<Arc<Node>> owner = weak.upgrade();
        KEEL_EXPECT(test, owner.is_some() && owner.value().same_object(node));
        node = Arc<Node>();
        KEEL_EXPECT(test, alive.load(Relaxed) == 1 && other.upgrade().is_some());
    }
    KEEL_EXPECT(test, alive.load(Relaxed) == 0 && weak.upgrade().is_none() && other.upgrade().is_none());
    weak = Weak<Node>();
    Weak<Node> moved = move(other);
    KEEL_EXPECT(test, weak.is_empty() && other.is_empty() && !moved.is_empty() && moved.upgrade().is_none());
}

void nothing_has_no_owner(Test& test)
{
    Weak<Node> weak;
    KEEL_EXPECT(test, weak.is_empty() && weak.upgrade().is_none() && weak.clone().is_empty());
}

void parent_and_child_refer_to_each_other(Test& test)
{
    Result<Arc<Node>> made = Arc<Node>::create(GFP_KERNEL);
    Result<Arc<Node>> other = Arc<Node>::create(GFP_KERNEL);
    if (!made.ok() || !other.ok())
        return;
    Arc<Node> parent = made.take();
    Arc<Node> child = other.take();
    *child->parent.lock() = Weak<Node>(parent);
    *parent->child.lock() = child.clone();
    KEEL_EXPECT(test, child->parent.lock()->upgrade().value().same_object(parent));
    parent = Arc<Node>();
    KEEL_EXPECT(test, alive.load(Relaxed) == 1 && child->parent.lock()->upgrade().is_none());
    child = Arc<Node>();
    KEEL_EXPECT(test, alive.load(Relaxed) == 0);
}

} // namespace

KEEL_SUITE(weak_suite, "sync/weak", KEEL_CASE(the_object_goes_with_its_last_owner), KEEL_CASE(nothing_has_no_owner),
           KEEL_CASE(parent_and_child_refer_to_each_other));
