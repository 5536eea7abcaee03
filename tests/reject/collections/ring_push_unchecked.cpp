// SPDX-License-Identifier: GPL-2.0
// What did not fit comes back.
#include <keel/collections/ring.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void report(Ring<u32, 8>& ring, u32 event)
{
    ring.push(event); // expect-error: ignoring return value
}
