// SPDX-License-Identifier: GPL-2.0
// One read or write under way.
// C header: include/linux/fs.h (struct kiocb)
#pragma once

#include <keel/fs/file.hpp>

namespace keel::fs {

/// What read_iter and write_iter are told of the call that they answer: the file, the position, how to wait.
///
/// # Lifetime
/// Borrowed for the length of one operation, which answers the call before it returns.
class KEEL_NOT_SEND KEEL_NOT_SYNC Kiocb {
public:
    /// # Safety
    /// `raw` is the call that is being answered.
    KEEL_UNSAFE_FUNCTION explicit Kiocb(bindings::kiocb* raw) : raw_ {raw} {}
    Kiocb(const Kiocb&) = delete;
    Kiocb& operator=(const Kiocb&) = delete;

    const File& file() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("the file is open for as long as the call lasts") { return File::from_raw(raw_->ki_filp); }
    }

    /// Where the call reads or writes; what is left there is the position afterwards, unless the call brought its own.
    loff_t& pos() KEEL_LIFETIME_BOUND { return raw_->ki_pos; }

    /// Whether to return EAGAIN instead of waiting: this call says so (RWF_NOWAIT), or the file (O_NONBLOCK).
    bool is_nonblocking() const { return is_nowait() || file().is_nonblocking(); }

    /// Whether this call is not to wait for anything, not even for a lock or memory.
    bool is_nowait() const { return has(bindings::IOCB_NOWAIT); }

    /// Whether to write at the end: O_APPEND or RWF_APPEND.
    bool is_append() const { return has(bindings::IOCB_APPEND); }

    /// Whether what is written is to be on the medium when the call returns: O_DSYNC, O_SYNC or RWF_DSYNC.
    bool is_dsync() const { return has(bindings::IOCB_DSYNC); }

private:
    bool has(int flag) const { return (raw_->ki_flags & flag) != 0; }

    bindings::kiocb* raw_;
};

} // namespace keel::fs
