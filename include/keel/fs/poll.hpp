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
    /// Something is broken; always reported, asked for or not.
    Error = bindings::EPOLLERR,
    /// There is nobody at the other end, or no device any more; always reported.
    HangUp = bindings::EPOLLHUP,
    /// The other end writes no more.
    ReadHangUp = bindings::EPOLLRDHUP,
};

constexpr PollMask operator|(PollMask a, PollMask b)
{
    return static_cast<PollMask>(static_cast<u32>(a) | static_cast<u32>(b));
}
constexpr PollMask operator&(PollMask a, PollMask b)
{
    return static_cast<PollMask>(static_cast<u32>(a) & static_cast<u32>(b));
}
constexpr PollMask& operator|=(PollMask& a, PollMask b) { return a = a | b; }

/// The waiting side of one poll call, of a file whose object is an F.
template <class F> class KEEL_NOT_SEND KEEL_NOT_SYNC PollTable {
public:
    /// # Safety
    /// `raw` is what poll was called with, and `file` has an F in its private_data until it is released.
    KEEL_UNSAFE_FUNCTION PollTable(bindings::file* file, bindings::poll_table* raw) : file_ {file}, raw_ {raw} {}
    PollTable(const PollTable&) = delete;
    PollTable& operator=(const PollTable&) = delete;

    /// Has the caller woken when a queue is; to be called before looking at what can be done, so that no wake-up
    /// between the two is lost.
    ///
    /// The queue is named by the way from F to it, which does not change while the file is open: a member, or a member
    /// of what a member is or owns. So it outlives the file, which may wait on it until it is released.
    ///
    ///     table.wait<&Session::readable>();
    ///     table.wait<&Session::shared, &Shared::readable>(); // an Arc<Shared>, a Box<Shared> or a Shared
    template <auto first, auto... rest> KEEL_MAY_SLEEP KEEL_INLINE void wait()
    {
        UNSAFE("the queue outlives the file: it is part of, or owned by, the file's const object")
        {
            const F& object = *static_cast<const F*>(file_->private_data);
            bindings::wait_queue_head* queue = reached<first, rest...>(object).raw();
            __builtin_assume(queue != nullptr); // as kernel code is compiled, a first member's address could be
            bindings::poll_wait(file_, queue, raw_);
        }
    }

    /// What the caller waits for; all there is if it does not say.
    PollMask requested() const
    {
        UNSAFE("raw_ is live") { return static_cast<PollMask>(bindings::poll_requested_events(raw_)); }
    }

private:
    template <auto first, auto... rest, class Part>
    KEEL_INLINE static const WaitQueue& reached(const Part& part KEEL_LIFETIME_BOUND)
    {
        UNSAFE("members named by the driver's own code: none is null")
        {
            if constexpr (requires { part.*first; })
                return reached_from<rest...>(part.*first);
            else if constexpr (requires { (*part).*first; })
                return reached_from<rest...>((*part).*first);
            else
                static_assert(sizeof(Part) == 0, "the way to the queue goes by members, and what they own for good");
        }
    }
    template <auto... rest, class Part>
    KEEL_INLINE static const WaitQueue& reached_from(const Part& part KEEL_LIFETIME_BOUND)
    {
        if constexpr (sizeof...(rest) != 0)
            return reached<rest...>(part);
        else if constexpr (__is_same(Part, WaitQueue))
            return part;
        else
            static_assert(sizeof(Part) == 0, "the way to the queue ends at a WaitQueue");
    }

    bindings::file* file_;
    bindings::poll_table* raw_;
};

} // namespace keel::fs
