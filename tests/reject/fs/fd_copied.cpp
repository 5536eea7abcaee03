// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void hand_out(fs::FdReservation& fd)
{
    auto again = fd; // expect-error: deleted
}
