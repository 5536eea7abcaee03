// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

bool save()
{
    void* buffer[5] = {};
    return __builtin_setjmp(buffer) == 0; // expect-error: [keel-unsafe-op]
}
