// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

struct Device { u32 id; };
static constinit Device* the_device = nullptr; // expect-error: [keel-borrow-global]
void set(Device& device)
{
    the_device = &device; // expect-error: [keel-borrow-escapes]
}
