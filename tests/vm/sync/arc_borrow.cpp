// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/arc_borrow.hpp>
#include <keel/sync/weak.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Small {
    u8 value;
};
struct Large {
    using HasWeak = void;
    alignas(64) u64 value;
};

u64 value_of(ArcBorrow<Small> small) { return small->value; }

template <class T> void a_borrower_becomes_an_owner(Test& test)
{
    Result<Arc<T>> made = Arc<T>::create(GFP_KERNEL, T {.value = 7});
    if (!made.ok())
        return;
    Arc<T> first = made.take();
    Arc<T> second = ArcBorrow<T>(first).clone();
    const ArcBorrow<T> borrow = second;
    KEEL_EXPECT(test, (*borrow).value == 7 && second.same_object(first) && borrow.same_object(ArcBorrow<T>(first)));
    first = Arc<T>();
    KEEL_EXPECT(test, borrow->value == 7 && !second.is_empty());
}

void of_a_small_object(Test& test) { a_borrower_becomes_an_owner<Small>(test); }
void of_a_large_object(Test& test) { a_borrower_becomes_an_owner<Large>(test); }

void an_arc_is_lent_by_passing_it(Test& test)
{
    Result<Arc<Small>> made = Arc<Small>::create(GFP_KERNEL, Small {.value = 3});
    if (!made.ok())
        return;
    const Arc<Small> arc = made.take();
    KEEL_EXPECT(test, value_of(arc) == 3);
}

} // namespace

KEEL_SUITE(arc_borrow_suite, "sync/arc_borrow", KEEL_CASE(of_a_small_object), KEEL_CASE(of_a_large_object),
           KEEL_CASE(an_arc_is_lent_by_passing_it));
