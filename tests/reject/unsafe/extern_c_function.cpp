// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

extern "C" int legacy_probe(u32 id);
int probe(u32 id)
{
    return legacy_probe(id); // expect-error: [keel-unsafe-op]
}
