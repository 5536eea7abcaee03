// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    configfs::Subsystem<Toy> subsystem;
};
void steal(Toy& toy)
{
    Toy other {.subsystem = move(toy.subsystem)}; // expect-error: call to deleted constructor
}
