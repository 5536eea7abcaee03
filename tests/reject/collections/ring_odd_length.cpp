// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/ring.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 room(const Ring<u32, 6>& ring)
{
    return ring.capacity(); // expect-error: a Ring's length is a power of two
}
