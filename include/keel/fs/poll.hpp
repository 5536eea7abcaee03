// SPDX-License-Identifier: GPL-2.0
// What a file answers to poll, select and epoll.
// C header: include/linux/poll.h
#pragma once

#include <keel/fs/file.hpp>
#include <keel/sync/wait_queue.hpp>

namespace keel::fs {

/// What can be done now without waiting; combined with |.
enum class PollMask : u32 {
    Nothing = 0,
    /// A read returns at once.
    Readable = bindings::EPOLLIN | bindings::EPOLLRDNORM,
    /// A write returns at once.
    Writable = bindings::EPOLLOUT | bindings::EPOLLWRNORM,
    /// Something urgent to read.
    Priority = bindings::EPOLLPRI,
    Error = bindings::EPOLLERR,
    HangUp = bindings::EPOLLHUP,
};

constexpr PollMask operator|(PollMask a, PollMask b)
{
    return static_cast<PollMask>(static_cast<u32>(a) | static_cast<u32>(b));
}

/// The waiting side of one poll call.
class KEEL_NOT_SEND KEEL_NOT_SYNC PollTable {
public:
    explicit PollTable(bindings::poll_table* raw) : raw_ {raw} {}
    PollTable(const PollTable&) = delete;

    /// Has the caller woken when `queue` is; to be called before looking at what can be done, so that no wake-up
    /// between the two is lost.
    ///
    /// # Lifetime
    /// `queue` outlives `file`: see WaitQueue.
    KEEL_MAY_SLEEP void wait(const File& file, const WaitQueue& queue)
    {
        UNSAFE("the queue outlives the file: duty of the caller, which WaitQueue states")
        {
            bindings::poll_wait(file.raw(), queue.raw(), raw_);
        }
    }

private:
    bindings::poll_table* raw_;
};

} // namespace keel::fs
