// SPDX-License-Identifier: GPL-2.0
// The content is moved while it is being copied to user space.
// rustc: E0502
#include <keel/prelude.hpp>
#include <keel/uaccess/user.hpp>

using namespace keel;

Result<usize> echo(UserWriter& out, Vec<u8>& bytes)
{
    Span<const u8> content = bytes.span();
    TRY(bytes.push(u8 {0}, GFP_KERNEL)); // expect-error: [keel-exclusive]
    return out.write_some(content);
}
