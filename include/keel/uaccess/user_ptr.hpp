// SPDX-License-Identifier: GPL-2.0
// Addresses that a process passes inside its structs.
// C header: include/linux/uaccess.h, include/linux/kernel.h (u64_to_user_ptr)
#pragma once

#include <keel/uaccess/user.hpp>

namespace keel {

/// One range of user memory for both ways.
struct KEEL_NOT_SEND KEEL_NOT_SYNC UserBuffer {
    UserReader in;
    UserWriter out;
};

/// Where a process keeps a T or several, as it says in a struct that it passes: 64 bits, for 32-bit programs too, as
/// uapi structs have it; CompatUserPtr is that of a struct from times when they had not.
///
///     struct Request {
///         UserPtr<u8> data;
///         u32 len;
///         u32 flags;
///     };
///     Request request = TRY(move(arg).read<Request>());
///     UserReader in = move(request.data).reader(request.len);
///
/// It can be read from and written to the process, as the number that it is. It is not followed but by a UserReader or
/// UserWriter, and used up by that: what it points to is read once.
template <class T = u8, class Address = u64> class KEEL_NOT_SEND KEEL_NOT_SYNC UserPtr {
public:
    UserPtr() = default;              // room for one that is read
    UserPtr(const UserPtr&) = delete; // a copy would lead to the same bytes again
    UserPtr& operator=(const UserPtr&) = delete;
    UserPtr(UserPtr&&) = default;
    UserPtr& operator=(UserPtr&&) = default;

    /// Whether the process passed no address; some interfaces give that a meaning.
    bool is_null() const { return address_ == 0; }

    /// The address, leaving none behind: of one of many, which cannot be moved out of its place.
    UserPtr take()
    {
        UserPtr taken = move(*this);
        address_ = 0;
        return taken;
    }

    /// The `count` Ts there, to be read. So many that they are past all memory are none.
    UserReader reader(usize count) && { return UserReader({pointer()}, bytes(count)); }
    /// Room for `count` Ts there.
    UserWriter writer(usize count) && { return UserWriter({pointer()}, bytes(count)); }
    /// The same `count` Ts, to be read, and then written.
    UserBuffer reader_writer(usize count) &&
    {
        return {.in = UserReader({pointer()}, bytes(count)), .out = UserWriter({pointer()}, bytes(count))};
    }

    /// Reads the T there.
    ///
    /// # Errors
    /// EFAULT: the process does not have that memory.
    KEEL_MAY_SLEEP Result<T> read() &&
        requires FromBytes<T>
    {
        return UserReader({pointer()}, sizeof(T)).template read<T>();
    }

    /// Writes a T there.
    ///
    /// # Errors
    /// EFAULT: the process does not have all of that memory; some may be written.
    KEEL_MAY_SLEEP Result<void> write(const T& value) &&
        requires AsBytes<T>
    {
        return UserWriter({pointer()}, sizeof(T)).write(value);
    }

private:
    static usize bytes(usize count)
    {
        usize n;
        return __builtin_mul_overflow(count, sizeof(T), &n) ? 0 : n;
    }

    void* pointer() const
    {
        UNSAFE("wrapped as a user pointer at once: only the copying functions use it, and they check it")
        {
            return reinterpret_cast<void*>(static_cast<usize>(address_));
        }
    }

    Address address_;
};

/// The 32 bits of a pointer in a struct that 32-bit programs lay out themselves.
template <class T = u8> using CompatUserPtr = UserPtr<T, u32>;

namespace detail {
template <class T, class Address> struct AnyBits<UserPtr<T, Address>> : Verdict<true> {};
template <class T, class Address> struct Harmless<UserPtr<T, Address>> : Verdict<true> {};
} // namespace detail

} // namespace keel
