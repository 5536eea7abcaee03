// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

isize used(Vec<u8>& bytes, const u8* at)
{
    return at - bytes.begin(); // expect-error: [keel-unsafe-op]
}
