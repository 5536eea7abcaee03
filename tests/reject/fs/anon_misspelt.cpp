// SPDX-License-Identifier: GPL-2.0
// rustc: E0407
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Counter {
    Result<usize> raed(UserWriter&, loff_t&) const { return usize {0}; } // expect-error: [keel-hook-name]
};
Result<ARef<fs::File>> make(Box<Counter> counter)
{
    return fs::AnonInode<Counter>::getfile("[counter]", move(counter));
}
