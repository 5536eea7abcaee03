// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/core/endian.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Be32 forward(Le32 address)
{
    return address; // expect-error: no viable conversion
}
