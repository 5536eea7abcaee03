// SPDX-License-Identifier: GPL-2.0
// The operations by which a process learns that there is news: poll and fasync.
// C header: include/linux/fs.h (struct file_operations)
#pragma once

#include <keel/fs/async_queue.hpp>
#include <keel/fs/hooks.hpp>
#include <keel/fs/poll.hpp>
#include <keel/sync/arc.hpp>

namespace keel::fs {

KEEL_FS_HOOK(poll)
KEEL_FS_HOOK(fasync)

/// A family of operations of files whose object is an F: see Operations for what F may define.
template <class F> struct EventOperations {
    using Poll = PollMask (F::*)(const File&, PollTable<F>&) const;
    using Fasync = AsyncQueue F::*;
    using FasyncShared = Arc<AsyncQueue> F::*;

    static constexpr Hook poll = hook_poll<F, Poll>();
    static constexpr Hook fasync = hook_fasync<F, Fasync, FasyncShared>();

    /// Whether a file can be used for something by these operations alone.
    static constexpr bool is_useful = false;

    static consteval void check()
    {
        static_assert(poll != Hook::Wrong,
                      "poll must be: public: fs::PollMask poll(const fs::File&, fs::PollTable<CLASS>&) const");
        static_assert(fasync != Hook::Wrong,
                      "fasync must be: public: fs::AsyncQueue fasync, or Arc<fs::AsyncQueue> fasync");
    }

    static consteval void fill(bindings::file_operations& ops)
    {
        if constexpr (poll == Hook::Present)
            ops.poll = call_poll;
        if constexpr (fasync == Hook::Present)
            ops.fasync = call_fasync;
    }

private:
    static const F& object(bindings::file* file)
    {
        UNSAFE("this is called by way of the table of an open file") { return object_of<F>(file); }
    }

    static bindings::__poll_t call_poll(bindings::file* file, bindings::poll_table* raw)
    {
        UNSAFE("raw is the table of this call, and the file's object is an F")
        {
            PollTable<F> table(file, raw);
            return static_cast<bindings::__poll_t>(object(file).poll(File::from_raw(file), table));
        }
    }

    /// The queue of an object is the same for as long as the object lives: a member of it, and it is const.
    static const AsyncQueue& queue(const F& object)
    {
        if constexpr (SameAs<decltype(&F::fasync), Fasync>)
            return object.fasync;
        else
            return *object.fasync;
    }

    static int call_fasync(int fd, bindings::file* file, int is_on)
    {
        UNSAFE("the file leaves the queue before release, which ends the object: the kernel calls this with 0 before")
        {
            return bindings::fasync_helper(fd, file, is_on, queue(object(file)).raw());
        }
    }
};

} // namespace keel::fs
