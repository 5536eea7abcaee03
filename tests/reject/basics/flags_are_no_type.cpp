// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

Result<Box<u32>> make(u32 flags)
{
    return Box<u32>::create(flags, 1u); // expect-error: no matching function
}
