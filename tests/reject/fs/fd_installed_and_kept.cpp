// SPDX-License-Identifier: GPL-2.0
// Installing uses the reservation up: the number is the process's then.
// rustc: E0507
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void hand_out(fs::FdReservation& fd, ARef<fs::File> file)
{
    fd.install(move(file)); // expect-error: rvalue
}
