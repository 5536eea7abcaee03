// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

Result<void> fail()
{
    return -22; // expect-error: no viable conversion
}
