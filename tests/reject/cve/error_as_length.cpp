// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> receive(Vec<u8>& into);
usize total(Vec<u8>& into)
{
    return receive(into) + 1; // expect-error: invalid operands
}
