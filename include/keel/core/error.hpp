// SPDX-License-Identifier: GPL-2.0
// The kernel's error numbers as values.
// C header: include/linux/errno.h, include/linux/err.h
#pragma once

#include <bindings/core.hpp>
#include <keel/core/types.hpp>

namespace keel {

/// Why something could not be done: one of the kernel's error numbers.
///
/// # Invariants
/// Holds -4095..-1, what C code calls a negative errno and IS_ERR recognises in a pointer.
class Error {
public:
    /// The largest error number, as a positive int (MAX_ERRNO).
    static constexpr int max_errno = 4095;

    /// From what a C function returned; anything that is not a negative errno becomes EINVAL.
    static constexpr Error from_errno(int code)
    {
        return Error {code < 0 && code >= -max_errno ? code : -bindings::EINVAL};
    }

    /// # Safety
    /// `code` is in -4095..-1.
    KEEL_UNSAFE_FUNCTION static constexpr Error from_errno_unchecked(int code) { return Error {code}; }

    /// The negative errno, as C code returns it.
    constexpr int to_errno() const { return code_; }

    constexpr bool operator==(const Error&) const = default;

private:
    constexpr explicit Error(int code) : code_ {code} {}

    int code_;
};

// The kernel's names; the numbers come from its own headers.
/// Operation not permitted.
inline constexpr Error EPERM = Error::from_errno(-bindings::EPERM);
/// No such file or directory.
inline constexpr Error ENOENT = Error::from_errno(-bindings::ENOENT);
/// No such process.
inline constexpr Error ESRCH = Error::from_errno(-bindings::ESRCH);
/// Interrupted system call.
inline constexpr Error EINTR = Error::from_errno(-bindings::EINTR);
/// Input/output error.
inline constexpr Error EIO = Error::from_errno(-bindings::EIO);
/// No such device or address.
inline constexpr Error ENXIO = Error::from_errno(-bindings::ENXIO);
/// Argument list too long.
inline constexpr Error E2BIG = Error::from_errno(-bindings::E2BIG);
/// Bad file number.
inline constexpr Error EBADF = Error::from_errno(-bindings::EBADF);
/// Try again.
inline constexpr Error EAGAIN = Error::from_errno(-bindings::EAGAIN);
/// Out of memory.
inline constexpr Error ENOMEM = Error::from_errno(-bindings::ENOMEM);
/// Permission denied.
inline constexpr Error EACCES = Error::from_errno(-bindings::EACCES);
/// Bad address.
inline constexpr Error EFAULT = Error::from_errno(-bindings::EFAULT);
/// Device or resource busy.
inline constexpr Error EBUSY = Error::from_errno(-bindings::EBUSY);
/// File exists.
inline constexpr Error EEXIST = Error::from_errno(-bindings::EEXIST);
/// No such device.
inline constexpr Error ENODEV = Error::from_errno(-bindings::ENODEV);
/// Invalid argument.
inline constexpr Error EINVAL = Error::from_errno(-bindings::EINVAL);
/// File table overflow.
inline constexpr Error ENFILE = Error::from_errno(-bindings::ENFILE);
/// Too many open files.
inline constexpr Error EMFILE = Error::from_errno(-bindings::EMFILE);
/// Not a command this device knows.
inline constexpr Error ENOTTY = Error::from_errno(-bindings::ENOTTY);
/// File too large.
inline constexpr Error EFBIG = Error::from_errno(-bindings::EFBIG);
/// No space left on device.
inline constexpr Error ENOSPC = Error::from_errno(-bindings::ENOSPC);
/// Illegal seek.
inline constexpr Error ESPIPE = Error::from_errno(-bindings::ESPIPE);
/// Read-only file system.
inline constexpr Error EROFS = Error::from_errno(-bindings::EROFS);
/// Broken pipe.
inline constexpr Error EPIPE = Error::from_errno(-bindings::EPIPE);
/// Argument out of domain.
inline constexpr Error EDOM = Error::from_errno(-bindings::EDOM);
/// Result not representable.
inline constexpr Error ERANGE = Error::from_errno(-bindings::ERANGE);
/// File name too long.
inline constexpr Error ENAMETOOLONG = Error::from_errno(-bindings::ENAMETOOLONG);
/// Function not implemented.
inline constexpr Error ENOSYS = Error::from_errno(-bindings::ENOSYS);
/// Value too large for its type.
inline constexpr Error EOVERFLOW = Error::from_errno(-bindings::EOVERFLOW);
/// Message too long.
inline constexpr Error EMSGSIZE = Error::from_errno(-bindings::EMSGSIZE);
/// Operation not supported.
inline constexpr Error EOPNOTSUPP = Error::from_errno(-bindings::EOPNOTSUPP);
/// Timed out.
inline constexpr Error ETIMEDOUT = Error::from_errno(-bindings::ETIMEDOUT);
/// Already in progress.
inline constexpr Error EALREADY = Error::from_errno(-bindings::EALREADY);
/// Now in progress.
inline constexpr Error EINPROGRESS = Error::from_errno(-bindings::EINPROGRESS);
/// Cancelled.
inline constexpr Error ECANCELED = Error::from_errno(-bindings::ECANCELED);
/// Interrupted; the kernel restarts the call or returns EINTR to user space.
inline constexpr Error ERESTARTSYS = Error::from_errno(-bindings::ERESTARTSYS);

} // namespace keel
