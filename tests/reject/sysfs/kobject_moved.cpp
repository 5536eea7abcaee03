// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
public:
    kobject::Registration<Toy> folder;
};
void steal(Toy& toy)
{
    Toy other {.folder = move(toy.folder)}; // expect-error: call to implicitly-deleted copy constructor
}
