// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

void drop(u32* value)
{
    delete value; // expect-error: [keel-unsafe-op]
}
