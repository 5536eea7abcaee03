// SPDX-License-Identifier: GPL-2.0
// The process may close it at once.
// rustc: E0382
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

bool hand_out(fs::FdReservation fd, ARef<fs::File> file)
{
    move(fd).install(move(file));
    return file->is_readable(); // expect-error: [keel-use-after-move]
}
