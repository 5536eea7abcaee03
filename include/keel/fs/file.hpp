// SPDX-License-Identifier: GPL-2.0
// An open file.
// C header: include/linux/fs.h
#pragma once

#include <bindings/fs.hpp>
#include <keel/core/result.hpp>
#include <keel/core/unsafe.hpp>

namespace keel::fs {

/// From where an offset counts: what user space calls SEEK_SET, SEEK_CUR and so on.
enum class Whence : int {
    Set = bindings::SEEK_SET,
    Current = bindings::SEEK_CUR,
    End = bindings::SEEK_END,
    Data = bindings::SEEK_DATA,
    Hole = bindings::SEEK_HOLE,
};

/// An open file, as the file operations see it.
///
/// # Lifetime
/// Borrowed for the length of one operation: the kernel keeps the file open for that long.
class KEEL_NOT_SEND KEEL_NOT_SYNC File {
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

    /// Whether the file was opened (or set) to not wait: O_NONBLOCK.
    bool is_nonblocking() const { return (raw_.f_flags & static_cast<unsigned>(bindings::O_NONBLOCK)) != 0; }

    /// The position of the next read or write, in bytes.
    loff_t pos() const { return raw_.f_pos; }

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

private:
    mutable bindings::file raw_;
};

} // namespace keel::fs
