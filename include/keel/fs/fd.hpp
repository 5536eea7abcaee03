// SPDX-License-Identifier: GPL-2.0
// File descriptors of the current process: what file one stands for, and new ones.
// C header: include/linux/file.h
#pragma once

#include <keel/fs/file.hpp>
#include <keel/sync/aref.hpp>

namespace keel::fs {

/// The file that descriptor `fd` of the current process stands for.
///
/// # Context
/// Process; does not sleep.
/// # Errors
/// EBADF: it stands for none.
KEEL_ANY_CONTEXT inline Result<ARef<File>> fget(u32 fd)
{
    UNSAFE("fget counts a reference, which becomes the ARef's")
    {
        bindings::file* file = bindings::fget(fd);
        if (!file)
            return EBADF;
        return ARef<File>::adopt(File::from_raw(file));
    }
}

/// Whether a descriptor goes on to exist when the process executes another program.
enum class OnExec : unsigned {
    Close = bindings::O_CLOEXEC,
    Keep = 0,
};

/// A descriptor of the current process that stands for no file yet: what could fail is done before user space sees it.
///
///     auto fd = TRY(fs::FdReservation::create());
///     auto file = TRY(fs::AnonInode<Event>::getfile("[event]", move(event)));
///     TRY(arg.write(fd.number()));
///     move(fd).install(move(file));
///
/// Given back at its end, unless it was installed, which is done once. A variable: it stays with its process.
///
/// # Invariants
/// fd_ is a reserved number of the current process, or none (installed, or moved from).
class [[nodiscard]] KEEL_NOT_SEND KEEL_NOT_SYNC FdReservation {
public:
    /// Reserves the lowest number that is free.
    ///
    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// EMFILE: the process has as many as it may. ENOMEM: no memory.
    KEEL_MAY_SLEEP static Result<FdReservation> create(OnExec on_exec = OnExec::Close)
    {
        int fd;
        UNSAFE("the number becomes the reservation's")
        {
            fd = bindings::get_unused_fd_flags(static_cast<u32>(on_exec));
        }
        if (fd < 0)
            return Error::from_errno(fd);
        return FdReservation(fd);
    }

    FdReservation(FdReservation&& other) : fd_ {other.fd_} { other.fd_ = none_left; }
    FdReservation& operator=(FdReservation&&) = delete;
    KEEL_ANY_CONTEXT ~FdReservation()
    {
        if (fd_ != none_left)
            UNSAFE("reserved and not installed: invariant") { bindings::put_unused_fd(static_cast<u32>(fd_)); }
    }

    /// The number, which is the process's own once it is installed.
    u32 number() const { return static_cast<u32>(fd_); }

    /// Makes the descriptor stand for `file`. Cannot fail, nor be undone: from then on other threads of the process use
    /// and close it.
    KEEL_ANY_CONTEXT void install(ARef<File> file) &&
    {
        if (fd_ == none_left) [[unlikely]]
            trap("use of an empty FdReservation");
        UNSAFE("the number is reserved and not yet installed: invariant; the reference becomes the table's")
        {
            bindings::fd_install(static_cast<u32>(fd_), move(file).into_raw().raw());
        }
        fd_ = none_left;
    }

private:
    static constexpr int none_left = -1;

    explicit FdReservation(int fd) : fd_ {fd} {}

    int fd_;
};

} // namespace keel::fs
