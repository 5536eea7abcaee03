// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/jiffies.hpp>
using namespace keel;
// What lies between two points depends on which is later: elapsed() says it.
void caller(Jiffies begin, Jiffies end)
{
    auto between = end - begin; // expect-error: invalid operands to binary expression
}
