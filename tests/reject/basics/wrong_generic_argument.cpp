// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

Result<void> fill(Vec<u16>& into);
Result<void> fill_bytes(Vec<u8>& bytes)
{
    return fill(bytes); // expect-error: no matching function
}
