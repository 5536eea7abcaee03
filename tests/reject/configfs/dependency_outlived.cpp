// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
// The object is there as long as it is held.
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Item {
    u32 number;
};
struct Toy {
    configfs::Subsystem<Toy> subsystem;
    Item make_item(Init<Item>&, CStr) const { return {.number = 1}; }
};
Result<u32> number(const Toy& toy)
{
    auto held = TRY(toy.subsystem.depend<Item>("x"));
    const Item& item = *held;
    { auto gone = move(held); } // expect-error: keel-exclusive
    return item.number;
}
