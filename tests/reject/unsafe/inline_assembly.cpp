// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

void pause()
{
    asm volatile("pause"); // expect-error: [keel-unsafe-op]
}
