// SPDX-License-Identifier: GPL-2.0
#include <keel/time/delay.hpp>
using namespace keel;
void wait()
{
    sleep(10); // expect-error: no matching function
}
