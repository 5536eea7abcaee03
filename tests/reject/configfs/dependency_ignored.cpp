// SPDX-License-Identifier: GPL-2.0
// It would end at once.
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Item {};
struct Toy {
    configfs::Subsystem<Toy> subsystem;
    Item make_item(Init<Item>&, CStr) const { return {}; }
};
void hold(const Toy& toy)
{
    toy.subsystem.depend<Item>("x"); // expect-error: ignoring return value
}
