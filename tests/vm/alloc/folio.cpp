// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/folio.hpp>
#include <keel/alloc/page.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void a_folio_is_of_zeroes_in_one_piece(Test& test)
{
    for (u32 order = 0; order < 4; order++) {
        Result<Folio> made = Folio::create(order, GFP_KERNEL);
        if (!made.ok())
            return;
        Folio folio = made.take();
        KEEL_EXPECT(test, folio.order() == order && folio.len() == Page::size << order);
        KEEL_EXPECT(test, folio.bytes().len() == folio.len());
        u8 any = 0;
        for (u8& byte : folio.bytes())
            any |= byte;
        folio.bytes()[folio.len() - 1] = 7;
        const Folio& view = folio;
        KEEL_EXPECT(test, any == 0 && view.bytes()[view.len() - 1] == 7 && view.raw() == folio.raw());
    }
}

void what_no_machine_has_is_an_error(Test& test)
{
    KEEL_EXPECT(test, Folio::create(Folio::max_order + 1, GFP_KERNEL).error() == EINVAL);
    KEEL_EXPECT(test, Folio::create(~0u, GFP_ATOMIC).error() == EINVAL);
}

void a_folio_has_one_owner(Test& test)
{
    Result<Folio> made = Folio::create(1, GFP_ATOMIC);
    if (!made.ok())
        return;
    Folio folio = made.take();
    folio.bytes()[Page::size] = 3;
    Folio moved = move(folio);
    KEEL_EXPECT(test, folio.is_empty() && !moved.is_empty() && moved.bytes()[Page::size] == 3);
    folio = move(moved);
    KEEL_EXPECT(test, moved.is_empty() && folio.order() == 1 && Folio().is_empty());
}

} // namespace

KEEL_SUITE(folio_suite, "alloc/folio", KEEL_CASE(a_folio_is_of_zeroes_in_one_piece),
           KEEL_CASE(what_no_machine_has_is_an_error), KEEL_CASE(a_folio_has_one_owner));
