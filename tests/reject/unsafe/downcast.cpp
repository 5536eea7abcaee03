// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Resource { u32 id; };
struct Irq : Resource { u32 line; };
u32 line(Resource& resource)
{
    return static_cast<Irq&>(resource).line; // expect-error: [keel-unsafe-op]
}
