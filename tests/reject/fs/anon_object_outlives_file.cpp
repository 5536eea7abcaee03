// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Counter {
    u64 count;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
u64 ask(ARef<fs::File> file)
{
    auto counter = fs::AnonInode<Counter>::object_of(*file);
    auto elsewhere = move(file); // expect-error: [keel-exclusive]
    return counter.value().count;
}
