// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/alloc/slot.hpp>
#include <keel/core/array.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Pair {
    int a;
    int b;
};

/// Counts how many are alive; cannot be moved.
struct KEEL_VIEW Pinned {
    int& alive;

    explicit Pinned(int& alive) : alive {alive} { alive++; }
    Pinned(const Pinned&) = delete;
    ~Pinned() { --alive; }
};

/// A part that fails.
struct Failing {
    template <class T> explicit Failing(Init<T>& init) { init.fail(EBUSY); }
    Failing(const Failing&) = delete;
};

struct KEEL_VIEW Whole {
    Pinned first;
    Failing second;
    Pinned third;
};

void a_box_owns_its_object(Test& test)
{
    Result<Box<Pair>> made = Box<Pair>::create(GFP_KERNEL, 1, 2);
    if (!made.ok())
        return;
    Box<Pair> box = made.take();
    KEEL_EXPECT(test, box->a == 1 && (*box).b == 2);
    Box<Pair> other = move(box);
    KEEL_EXPECT(test, box.is_empty() && other->a == 1);
    const Box<Pair>& view = other;
    KEEL_EXPECT(test, view->b == 2 && (*view).a == 1 && view.get().value().b == 2);
    if (const Option<Pair&> pair = other.get(); pair.is_some())
        pair.value().b = 3;
    KEEL_EXPECT(test, other->b == 3);
    other.reset();
    KEEL_EXPECT(test, other.is_empty() && other.get().is_none());
}

void a_box_destroys_its_object_once(Test& test)
{
    int alive = 0;
    {
        Result<Box<Pinned>> made = Box<Pinned>::create(GFP_ATOMIC, alive);
        KEEL_EXPECT(test, alive == (made.ok() ? 1 : 0));
        Result<Box<Pinned>> moved = move(made);
        KEEL_EXPECT(test, alive == (moved.ok() ? 1 : 0));
    }
    KEEL_EXPECT(test, alive == 0);
}

void assigning_a_box_frees_the_old_object(Test& test)
{
    int alive = 0;
    Box<Pinned> box;
    KEEL_EXPECT(test, box.is_empty());
    if (Result<Box<Pinned>> made = Box<Pinned>::create(GFP_KERNEL, alive); made.ok())
        box = made.take();
    box = Box<Pinned>();
    KEEL_EXPECT(test, alive == 0);
}

void a_box_crosses_c_code_as_a_pointer(Test& test)
{
    int alive = 0;
    Result<Box<Pinned>> made = Box<Pinned>::create(GFP_KERNEL, alive);
    if (!made.ok())
        return;
    Pinned* raw = made.take().into_raw();
    KEEL_EXPECT(test, alive == 1);
    UNSAFE("into_raw gave it, once") { Box<Pinned> back = Box<Pinned>::from_raw(raw); }
    KEEL_EXPECT(test, alive == 0);
}

void a_failed_part_undoes_the_whole(Test& test)
{
    int alive = 0;
    Result<Box<Whole>> made = Box<Whole>::init(GFP_KERNEL, [&](Init<Whole>& init) -> Whole {
        return {.first = Pinned(alive), .second = Failing(init), .third = Pinned(alive)};
    });
    KEEL_EXPECT(test, !made.ok() && (made.error() == EBUSY || made.error() == ENOMEM));
    KEEL_EXPECT(test, alive == 0);
}

void init_keeps_the_first_error(Test& test)
{
    int slot = 0;
    UNSAFE("the slot is storage for an int, which needs no building")
    {
        Init<int> init(&slot);
        KEEL_EXPECT(test, !init.failed() && init.result().ok() && init.self() == &slot);
        KEEL_EXPECT(test, init.take(Result<int>(3)) == 3);
        KEEL_EXPECT(test, init.take(Result<int>(EINVAL)) == 0);
        init.fail(EBUSY);
        KEEL_EXPECT(test, init.failed() && init.result().error() == EINVAL);
    }
}

void an_over_aligned_object_is_aligned(Test& test)
{
    struct alignas(64) Line {
        u8 bytes[72];
    };
    Result<Box<Line>> made = Box<Line>::create(GFP_KERNEL);
    if (!made.ok())
        return;
    Box<Line> line = made.take();
    UNSAFE("the address is only looked at as a number")
    {
        KEEL_EXPECT(test, reinterpret_cast<usize>(&*line) % 64 == 0);
    }
}

void large_objects_come_from_vmalloc(Test& test)
{
    using Large = Array<u8, 1 << 20>;
    if (Result<VBox<Large>> made = VBox<Large>::create(GFP_KERNEL); made.ok()) {
        VBox<Large> box = made.take();
        KEEL_EXPECT(test, (*box)[(1 << 20) - 1] == 0);
    }
    if (Result<KVBox<Large>> made = KVBox<Large>::create(GFP_KERNEL); made.ok()) {
        KVBox<Large> box = made.take();
        KEEL_EXPECT(test, (*box)[0] == 0);
    }
}

void a_zeroed_box_is_zero(Test& test)
{
    if (Result<Box<Array<u32, 64>>> made = Box<Array<u32, 64>>::zeroed(GFP_KERNEL); made.ok()) {
        Box<Array<u32, 64>> box = made.take();
        u32 any = 0;
        for (const u32& word : *box)
            any |= word;
        KEEL_EXPECT(test, any == 0);
    }
}

void a_slot_is_filled_later(Test& test)
{
    int alive = 0;
    {
        Result<Slot<Pinned>> made = Slot<Pinned>::create(GFP_KERNEL);
        if (!made.ok())
            return;
        Slot<Pinned> slot = made.take();
        KEEL_EXPECT(test, alive == 0 && !slot.is_empty());
        Slot<Pinned> moved = move(slot);
        KEEL_EXPECT(test, slot.is_empty());
        Box<Pinned> box = moved.fill(alive);
        KEEL_EXPECT(test, alive == 1 && moved.is_empty());
        slot = Slot<Pinned>::vacated(move(box));
        KEEL_EXPECT(test, alive == 0 && !slot.is_empty());
        Box<Pinned> again = slot.fill(alive);
        KEEL_EXPECT(test, alive == 1);
    }
    KEEL_EXPECT(test, alive == 0);
    Result<Slot<int, KVmalloc>> unused = Slot<int, KVmalloc>::create(GFP_KERNEL);
}

void flags_combine_and_keep_their_context(Test& test)
{
    static_assert(decltype(GFP_KERNEL)::may_sleep && !decltype(GFP_ATOMIC)::may_sleep);
    using Combined = decltype(GFP_ATOMIC.zeroed().nowarn());
    static_assert(Combined::bits == (decltype(GFP_ATOMIC.zeroed())::bits | decltype(GFP_ATOMIC.nowarn())::bits));
    static_assert(Combined::bits != decltype(GFP_ATOMIC.zeroed())::bits &&
                  Combined::bits != decltype(GFP_ATOMIC.nowarn())::bits);
    static_assert(!decltype(GFP_ATOMIC.zeroed())::may_sleep);
    static_assert(!__is_same(decltype(GFP_KERNEL), decltype(GFP_ATOMIC)));
    if (Result<Box<int>> made = Box<int>::create(GFP_NOWAIT.zeroed(), 1); made.ok())
        KEEL_EXPECT(test, *made.take() == 1);
    if (Result<Box<int>> made = Box<int>::create(GFP_NOIO, 2); made.ok())
        KEEL_EXPECT(test, *made.take() == 2);
    if (Result<Box<int>> made = Box<int>::create(GFP_NOFS, 3); made.ok())
        KEEL_EXPECT(test, *made.take() == 3);
    if (Result<Box<int>> made = Box<int>::create(GFP_KERNEL_ACCOUNT, 4); made.ok())
        KEEL_EXPECT(test, *made.take() == 4);
}

} // namespace

KEEL_SUITE(box_suite, "alloc/box", KEEL_CASE(a_box_owns_its_object), KEEL_CASE(a_box_destroys_its_object_once),
           KEEL_CASE(assigning_a_box_frees_the_old_object), KEEL_CASE(a_box_crosses_c_code_as_a_pointer),
           KEEL_CASE(a_failed_part_undoes_the_whole), KEEL_CASE(init_keeps_the_first_error),
           KEEL_CASE(an_over_aligned_object_is_aligned), KEEL_CASE(large_objects_come_from_vmalloc),
           KEEL_CASE(a_zeroed_box_is_zero), KEEL_CASE(a_slot_is_filled_later),
           KEEL_CASE(flags_combine_and_keep_their_context));
