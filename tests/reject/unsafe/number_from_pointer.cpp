// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

usize address(const Vec<u8>& bytes)
{
    return reinterpret_cast<usize>(bytes.begin()); // expect-error: [keel-unsafe-op]
}
