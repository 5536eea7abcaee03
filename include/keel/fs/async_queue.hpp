// SPDX-License-Identifier: GPL-2.0
// Processes that asked for a signal when a file has news.
// C header: include/linux/fs.h (struct fasync_struct)
#pragma once

#include <bindings/fs.hpp>
#include <keel/core/types.hpp>
#include <keel/core/unsafe.hpp>

namespace keel::fs {

/// What a process finds as si_band's reason when it is told.
enum class AsyncEvent : int {
    Readable = bindings::POLL_IN,
    Writable = bindings::POLL_OUT,
    Message = bindings::POLL_MSG,
    Error = bindings::POLL_ERR,
    Priority = bindings::POLL_PRI,
    HangUp = bindings::POLL_HUP,
};

/// The files whose owners get SIGIO (or what F_SETSIG says) when there is news: those that have O_ASYNC set.
///
/// As a member `fasync` of the class of an open file, or behind its `Arc<fs::AsyncQueue> fasync`, it is all that fcntl
/// needs: see Operations. Files join when O_ASYNC is set, and leave when it is cleared or the file closed.
///
/// # Invariants
/// raw_ is a list of open files, each of which has this as its queue from open to release, hence not longer than this.
class KEEL_SEND KEEL_SYNC AsyncQueue {
public:
    AsyncQueue() = default;
    AsyncQueue(const AsyncQueue&) = delete;
    AsyncQueue& operator=(const AsyncQueue&) = delete;

    /// Signals the owners of all files in the queue.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT void notify(AsyncEvent event) const
    {
        UNSAFE("a list of open files: invariant")
        {
            bindings::kill_fasync(&raw_, bindings::SIGIO, static_cast<int>(event));
        }
    }

    /// For the library: the C object.
    bindings::fasync_struct** raw() const { return &raw_; }

private:
    mutable bindings::fasync_struct* raw_ = nullptr;
};

} // namespace keel::fs
