// SPDX-License-Identifier: GPL-2.0
// Out of a driver's reach, UNSAFE or not: the library is where C is called.
#include <keel/prelude.hpp>

using namespace keel;

void log_raw()
{
    UNSAFE("the format has no arguments and ends in a newline") { bindings::_printk("raw\n"); } // expect-error: [keel-bindings-reach]
}
