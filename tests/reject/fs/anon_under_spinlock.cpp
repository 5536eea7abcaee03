// SPDX-License-Identifier: GPL-2.0
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Counter {
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
Result<void> make(const SpinLock<u64>& lock, Box<Counter> counter)
{
    auto guard = lock.lock();
    auto file = TRY(fs::AnonInode<Counter>::getfile("[counter]", move(counter))); // expect-error: [keel-atomic-context]
    return {};
}
