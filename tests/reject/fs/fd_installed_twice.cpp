// SPDX-License-Identifier: GPL-2.0
// A descriptor stands for one file.
// rustc: E0382
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void hand_out(fs::FdReservation fd, ARef<fs::File> file)
{
    auto other = file.clone();
    move(fd).install(move(file));
    move(fd).install(move(other)); // expect-error: [keel-use-after-move]
}
