// SPDX-License-Identifier: GPL-2.0
// An open file.
// C header: include/linux/fs.h
#pragma once

#include <bindings/fs.hpp>
#include <keel/core/result.hpp>
#include <keel/core/unsafe.hpp>
#include <keel/task/credentials.hpp>

namespace keel::fs {

/// From where an offset counts: what user space calls SEEK_SET, SEEK_CUR and so on.
enum class Whence : int {
    Set = bindings::SEEK_SET,
    Current = bindings::SEEK_CUR,
    End = bindings::SEEK_END,
    Data = bindings::SEEK_DATA,
    Hole = bindings::SEEK_HOLE,
};

/// An open file. Counted by the kernel: keep one with ARef<File>.
///
/// # Lifetime
/// File operations borrow it for the length of one call: the kernel keeps the file open for that long.
class KEEL_SEND KEEL_SYNC File {
public:
    File() = delete;
    File(const File&) = delete;

    /// # Safety
    /// `raw` is a live file for as long as the result is used.
    KEEL_UNSAFE_FUNCTION static const File& from_raw(bindings::file* raw)
    {
        UNSAFE("a File is a bindings::file and adds nothing") { return *reinterpret_cast<const File*>(raw); }
    }
    bindings::file* raw() const { return &raw_; }

    // How it was opened, or set by fcntl since.

    /// Whether it may be read.
    KEEL_ANY_CONTEXT bool is_readable() const { return (raw_.f_mode & bindings::FMODE_READ) != 0; }
    /// Whether it may be written.
    KEEL_ANY_CONTEXT bool is_writable() const { return (raw_.f_mode & bindings::FMODE_WRITE) != 0; }
    /// Whether not to wait: O_NONBLOCK.
    KEEL_ANY_CONTEXT bool is_nonblocking() const { return has(bindings::O_NONBLOCK); }
    /// Whether each write goes to the end: O_APPEND.
    KEEL_ANY_CONTEXT bool is_append() const { return has(bindings::O_APPEND); }
    /// Whether what is written is to be on the medium when a write returns: O_DSYNC or O_SYNC.
    KEEL_ANY_CONTEXT bool is_dsync() const { return has(bindings::O_DSYNC); }

    /// Who opened it: what they may do, whoever has the file now.
    KEEL_ANY_CONTEXT const Credentials& opener() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("a file keeps its credentials to its end") { return Credentials::from_raw(raw_.f_cred); }
    }

    // Which it is: of a device its numbers, 0 of other files; of any its number on its file system.

    /// The major number of the device that was opened.
    KEEL_ANY_CONTEXT u32 major() const { return device() >> bindings::MINORBITS; }
    /// The minor number of the device that was opened.
    KEEL_ANY_CONTEXT u32 minor() const { return device() & bindings::MINORMASK; }
    /// The number of the inode.
    KEEL_ANY_CONTEXT u64 inode_number() const
    {
        UNSAFE("a file keeps its inode to its end") { return raw_.f_inode->i_ino; }
    }

    /// The position of the next read or write, in bytes, as it was when asked.
    KEEL_ANY_CONTEXT loff_t pos() const { return raw_.f_pos; }

    /// Moves the position of a file that is `size` bytes long and returns the new one: all that an llseek has to do.
    ///
    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// EINVAL: the new position is negative, past the end, or `whence` is none that fits.
    KEEL_MAY_SLEEP Result<loff_t> seek(loff_t offset, Whence whence, loff_t size) const
    {
        loff_t at;
        UNSAFE("a live file: lifetime")
        {
            at = bindings::fixed_size_llseek(raw(), offset, static_cast<int>(whence), size);
        }
        if (at < 0)
            return Error::from_errno(static_cast<int>(at));
        return at;
    }

    KEEL_ANY_CONTEXT static void get(const File& file)
    {
        UNSAFE("live: lifetime of the reference") { (void)bindings::get_file(file.raw()); }
    }
    KEEL_ANY_CONTEXT static void put(const File& file)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::fput(file.raw()); }
    }

private:
    KEEL_ANY_CONTEXT bool has(int flag) const { return (raw_.f_flags & static_cast<unsigned>(flag)) != 0; }
    KEEL_ANY_CONTEXT u32 device() const
    {
        UNSAFE("a file keeps its inode to its end") { return raw_.f_inode->i_rdev; }
    }

    mutable bindings::file raw_;
};

} // namespace keel::fs
