// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

void log_raw()
{
    bindings::_printk("raw\n"); // expect-error: [keel-
}
