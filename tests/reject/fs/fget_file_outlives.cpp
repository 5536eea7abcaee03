// SPDX-License-Identifier: GPL-2.0
// The file is open for as long as the reference to it is held.
// rustc: E0716
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<bool> ask(u32 number)
{
    const fs::File& file = *TRY(fs::fget(number)); // expect-error: [keel-dangling]
    return file.is_readable();
}
