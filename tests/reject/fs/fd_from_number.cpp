// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void take_over(u32 number)
{
    fs::FdReservation fd = number; // expect-error: no viable conversion
}
