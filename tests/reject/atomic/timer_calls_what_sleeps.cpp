// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void rescan(const Mutex<u32>& ports) { (*ports.lock())++; }
void arm(const Arc<Mutex<u32>>& ports)
{
    later::every(10, [p = ports.clone()] { rescan(*p); }); // expect-error: [keel-atomic-context]
}
