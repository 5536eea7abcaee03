// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/srcu.hpp>
using namespace keel;
// A section belongs to the function that opened it.
Srcu::Guard caller(const Srcu& users)
{
    auto section = users.read();
    return section; // expect-error: call to deleted constructor
}
