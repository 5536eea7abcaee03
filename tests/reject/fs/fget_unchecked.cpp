// SPDX-License-Identifier: GPL-2.0
// The number may stand for nothing.
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

bool ask(u32 number)
{
    return fs::fget(number)->is_readable(); // expect-error: member reference type
}
