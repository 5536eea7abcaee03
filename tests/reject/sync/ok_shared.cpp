// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/unique_arc.hpp>
#include <keel/sync/arc_borrow.hpp>
#include <keel/sync/weak.hpp>
#include <keel/sync/atomic.hpp>
using namespace keel;

struct Parent;

struct Child {
    Weak<Parent> parent;
    u32 id;
};

struct Parent {
    using HasWeak = void;
    Atomic<u32> news;
    Mutex<Vec<Arc<Child>>> children;
};

void report(ArcBorrow<Child> child)
{
    if (Option<Arc<Parent>> parent = child->parent.upgrade(); parent.is_some())
        parent.value()->news.inc();
}

Result<void> add(const Arc<Parent>& parent, u32 id)
{
    auto child = TRY(UniqueArc<Child>::create(GFP_KERNEL, Weak<Parent>(parent), 0u));
    child->id = id;
    Arc<Child> shared = move(child).share();
    report(shared);
    return parent->children.lock()->push(ArcBorrow<Child>(shared).clone(), GFP_KERNEL);
}
