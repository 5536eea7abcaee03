// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

Result<void> double_up(Vec<u8>& bytes)
{
    return bytes.extend(bytes.span().first(2), GFP_KERNEL); // expect-error: [keel-exclusive-args]
}
