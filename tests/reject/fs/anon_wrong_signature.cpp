// SPDX-License-Identifier: GPL-2.0
// rustc: E0053
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Counter {
    Result<usize> read(UserWriter&) const { return usize {0}; }
};
Result<ARef<fs::File>> make(Box<Counter> counter)
{
    return fs::AnonInode<Counter>::getfile("[counter]", move(counter)); // expect-error: read must be
}
