// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u64 number(const Array<u8, 8>& value)
{
    return reinterpret_cast<const u64&>(value); // expect-error: [keel-unsafe-op]
}
