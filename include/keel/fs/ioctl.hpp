// SPDX-License-Identifier: GPL-2.0
// ioctl commands: their numbers, and their argument.
// C header: include/uapi/asm-generic/ioctl.h
#pragma once

#include <keel/uaccess/user.hpp>

namespace keel::ioctl {

namespace detail {
inline constexpr u32 none = 0;
inline constexpr u32 write = 1;
inline constexpr u32 read = 2;

/// direction (2 bits), size (14), type (8), number (8), from the top.
consteval u32 number(u32 direction, char type, u32 nr, usize size)
{
    if (nr > 0xff)
        trap("ioctl numbers are 0 to 255");
    if (size > 0x3fff)
        trap("an ioctl argument is at most 16383 bytes");
    return direction << 30 | static_cast<u32>(size) << 16 | static_cast<u32>(static_cast<u8>(type)) << 8 | nr;
}
} // namespace detail

/// A command without an argument: C's _IO.
consteval u32 io(char type, u32 nr) { return detail::number(detail::none, type, nr, 0); }
/// A command by which user space reads a T: C's _IOR.
template <class T> consteval u32 ior(char type, u32 nr) { return detail::number(detail::read, type, nr, sizeof(T)); }
/// A command by which user space writes a T: C's _IOW.
template <class T> consteval u32 iow(char type, u32 nr) { return detail::number(detail::write, type, nr, sizeof(T)); }
/// A command by which user space writes a T and reads one back: C's _IOWR.
template <class T> consteval u32 iowr(char type, u32 nr)
{
    return detail::number(detail::read | detail::write, type, nr, sizeof(T));
}

/// What came with a command: a number, or the address of something in user memory; the command says which.
///
/// What it points to is read once: a second look, which the process could have changed in between, does not compile. It
/// may be written after that.
class KEEL_NOT_SEND KEEL_NOT_SYNC Arg {
public:
    explicit Arg(unsigned long value) : value_ {value} {}
    Arg(const Arg&) = delete; // a copy would lead to the same bytes again
    Arg& operator=(const Arg&) = delete;
    Arg(Arg&&) = default;
    Arg& operator=(Arg&&) = default;

    /// The argument itself.
    KEEL_AFTER_MOVE unsigned long value() const { return value_; }

    /// The T that the argument points to.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EFAULT: the process does not have that memory.
    template <FromBytes T> KEEL_CONSUMES KEEL_INLINE Result<T> read() { return reader(sizeof(T)).template read<T>(); }

    /// Writes `value` to where the argument points.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EFAULT: the process does not have that memory.
    template <AsBytes T> KEEL_AFTER_MOVE KEEL_INLINE Result<void> write(const T& value) const
    {
        return writer(sizeof(T)).write(value);
    }

    /// Reads `len` bytes from where the argument points.
    KEEL_CONSUMES UserReader reader(usize len) { return UserReader({pointer()}, len); }
    /// Writes up to `len` bytes to where the argument points.
    KEEL_AFTER_MOVE UserWriter writer(usize len) const { return UserWriter({pointer()}, len); }

private:
    void* pointer() const
    {
        UNSAFE("wrapped as a user pointer at once: only the copying functions use it, and they check it")
        {
            return reinterpret_cast<void*>(value_);
        }
    }

    unsigned long value_;
};

} // namespace keel::ioctl
