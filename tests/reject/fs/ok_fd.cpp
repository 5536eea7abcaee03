// SPDX-License-Identifier: GPL-2.0
// A file is made and handed out; what a number stands for is asked, kept, and let go in any context.
#include <keel/fs/anon_inode.hpp>
#include <keel/fs/fd.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Counter {
    Mutex<u64> count;
    Result<usize> read(UserWriter& out, loff_t&) const
    {
        TRY(out.write(*count.lock()));
        return sizeof(u64);
    }
};
Result<u32> make(Box<Counter> counter)
{
    auto fd = TRY(fs::FdReservation::create());
    auto file = TRY(fs::AnonInode<Counter>::getfile("[counter]", move(counter), fs::Access::Read));
    const u32 number = fd.number();
    move(fd).install(move(file));
    return number;
}
struct Watcher {
    SpinLock<Option<ARef<fs::File>>> watched;
    Result<void> watch(u32 number) const
    {
        auto file = TRY(fs::fget(number));
        auto counter = fs::AnonInode<Counter>::object_of(*file);
        if (counter.is_none() || !file->is_readable() || file->opener().uid() != Uid::root())
            return EPERM;
        Option<ARef<fs::File>> kept = move(file);
        watched.with([&](Option<ARef<fs::File>>& w) { swap(w, kept); });
        return {};
    }
};
Result<void> start(Box<Watcher> watcher) { return watcher->watch(3); }
