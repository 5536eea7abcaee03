// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/arc.hpp>
#include <keel/sync/aref.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct KEEL_VIEW Pinned {
    int& alive;

    explicit Pinned(int& alive) : alive {alive} { alive++; }
    Pinned(const Pinned&) = delete;
    ~Pinned() { --alive; }
};

/// An object that counts itself, as the kernel's do.
struct SelfCounted {
    SpinLock<int> references {1};

    int count() const { return *references.lock(); }

    static void get(const SelfCounted& object) { ++*object.references.lock(); }
    static void put(const SelfCounted& object) { --*object.references.lock(); }
};

void the_last_owner_destroys(Test& test)
{
    int alive = 0;
    Result<Arc<Pinned>> made = Arc<Pinned>::create(GFP_KERNEL, alive);
    if (!made.ok())
        return;
    {
        Arc<Pinned> first = made.take();
        Arc<Pinned> second = first.clone();
        KEEL_EXPECT(test, alive == 1 && first.same_object(second) && &first->alive == &second->alive);
        first = Arc<Pinned>();
        KEEL_EXPECT(test, alive == 1 && first.is_empty() && !second.is_empty());
        Arc<Pinned> moved = move(second);
        KEEL_EXPECT(test, alive == 1 && second.is_empty() && (*moved).alive == 1);
    }
    KEEL_EXPECT(test, alive == 0);
}

void a_failed_part_leaves_no_arc(Test& test)
{
    int alive = 0;
    Result<Arc<Pinned>> made = Arc<Pinned>::init(GFP_KERNEL, [&](Init<Pinned>& init) -> Pinned {
        init.fail(ENODEV);
        return Pinned(alive);
    });
    KEEL_EXPECT(test, !made.ok() && alive == 0);
}

void an_aref_gives_its_reference_back(Test& test)
{
    SelfCounted object;
    {
        ARef<SelfCounted> reference(object);
        ARef<SelfCounted> other = reference.clone();
        KEEL_EXPECT(test, object.count() == 3 && &*other == &object && other->count() == 3);
        ARef<SelfCounted> moved = move(other);
        KEEL_EXPECT(test, object.count() == 3);
        reference = move(moved);
        KEEL_EXPECT(test, object.count() == 2);
    }
    KEEL_EXPECT(test, object.count() == 1);
}

} // namespace

KEEL_SUITE(arc_suite, "sync/arc", KEEL_CASE(the_last_owner_destroys), KEEL_CASE(a_failed_part_leaves_no_arc),
           KEEL_CASE(an_aref_gives_its_reference_back));
