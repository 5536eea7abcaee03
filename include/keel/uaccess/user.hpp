// SPDX-License-Identifier: GPL-2.0
// Memory of the calling process: read or written once, front to back, never dereferenced.
// C header: include/linux/uaccess.h
#pragma once

#include <bindings/uaccess.hpp>
#include <keel/alloc/cstring.hpp>
#include <keel/core/array.hpp>

namespace keel {

namespace detail {

/// Whether C would copy `size` bytes with get_user and put_user: in one access.
template <usize size> inline constexpr bool is_one_access = size == 1 || size == 2 || size == 4 || size == 8;

/// get_user: 0, or a negative errno. `to` has room for `size` bytes.
template <usize size> KEEL_MAY_SLEEP KEEL_INLINE int get_user(void* to, bindings::user_ptr<const void> from)
{
    UNSAFE("to has room: duty of the caller")
    {
        if constexpr (size == 1)
            return bindings::get_user_1(to, from);
        else if constexpr (size == 2)
            return bindings::get_user_2(to, from);
        else if constexpr (size == 4)
            return bindings::get_user_4(to, from);
        else
            return bindings::get_user_8(to, from);
    }
}

/// put_user: 0, or a negative errno. `from` has `size` bytes.
template <usize size> KEEL_MAY_SLEEP KEEL_INLINE int put_user(const void* from, bindings::user_ptr<void> to)
{
    u64 bits = 0;
    __builtin_memcpy(&bits, from, size); // one load once inlined; the low bytes come first
    UNSAFE("the address is checked by put_user")
    {
        if constexpr (size == 1)
            return bindings::put_user_1(static_cast<u8>(bits), to);
        else if constexpr (size == 2)
            return bindings::put_user_2(static_cast<u16>(bits), to);
        else if constexpr (size == 4)
            return bindings::put_user_4(static_cast<u32>(bits), to);
        else
            return bindings::put_user_8(bits, to);
    }
}

/// write_from of whatever has a write_some.
template <class Out> KEEL_MAY_SLEEP Result<usize> write_from(Out& out, Span<const u8> content, loff_t& pos)
{
    if (pos < 0) [[unlikely]]
        return EINVAL;
    const usize from = static_cast<usize>(pos);
    if (from >= content.len())
        return usize {0};
    const usize n = TRY(out.write_some(content.from(from)));
    pos += static_cast<loff_t>(n);
    return n;
}

} // namespace detail

/// Reads a range of user memory from front to back.
///
/// Each byte can be read once, so that what was checked is what is used: a second look, which the process could have
/// changed in between, cannot be written. After EFAULT nothing is left to read.
///
/// # Context
/// All reads: process context, may sleep (the page may have to be brought in); but read_nofault.
class KEEL_NOT_SEND KEEL_NOT_SYNC UserReader {
public:
    UserReader(const UserReader&) = delete; // a copy would go over the same bytes again
    UserReader& operator=(const UserReader&) = delete;
    UserReader(bindings::user_ptr<const void> from, usize len) : from_ {from}, len_ {len} {}

    /// How many bytes are left.
    usize len() const { return len_; }

    /// Fills `into`.
    ///
    /// # Errors
    /// EINVAL: fewer bytes are left. EFAULT: the process does not have that memory; `into` may be partly written.
    KEEL_MAY_SLEEP Result<void> read_exact(Span<u8> into)
    {
        if (into.len() > len_)
            return EINVAL;
        return copy(into.data(), into.len());
    }

    /// Fills `into` as far as there are bytes and memory, from its start; returns how many.
    ///
    /// # Errors
    /// EFAULT: not a single byte could be read, and there was one to read.
    KEEL_MAY_SLEEP Result<usize> read_some(Span<u8> into)
    {
        const usize wanted = min(into.len(), len_);
        const usize done = copy_some(into.data(), wanted);
        if (done == 0 && wanted != 0) [[unlikely]]
            return EFAULT;
        return done;
    }

    /// Reads a T. 1, 2, 4 or 8 bytes are read in one access, as by get_user.
    ///
    /// # Errors
    /// EINVAL: fewer bytes are left. EFAULT: the process does not have that memory.
    template <FromBytes T> KEEL_MAY_SLEEP KEEL_INLINE Result<T> read()
    {
        T value;
        if (sizeof(T) > len_) [[unlikely]]
            return EINVAL;
        if constexpr (detail::is_one_access<sizeof(T)>) {
            if (detail::get_user<sizeof(T)>(&value, from_)) [[unlikely]]
                return fault();
            advance(sizeof(T));
        } else {
            TRY(copy(&value, sizeof(T)));
        }
        return move(value);
    }

    /// Reads a T if its page is there; to be tried where nothing may sleep. What could not be read is left to read.
    ///
    /// # Context
    /// Any in which this process is the current one: under a spinlock, too.
    /// # Errors
    /// EINVAL: fewer bytes are left. EFAULT: the memory is not there now.
    template <FromBytes T> KEEL_ANY_CONTEXT Result<T> read_nofault()
    {
        T value;
        if (sizeof(T) > len_)
            return EINVAL;
        UNSAFE("value has room for a T, and any bytes make one")
        {
            if (bindings::copy_from_user_nofault(&value, from_, sizeof(T)))
                return EFAULT;
        }
        advance(sizeof(T));
        return move(value);
    }

    /// Reads all that is left as a T of this or another age: what the process left out of it is zero, and what it added
    /// must be. So a struct can grow at its end (as with copy_struct_from_user).
    ///
    ///     const auto request = TRY(in.read_struct<Request>(Request::size_of_first_version));
    ///
    /// # Errors
    /// EINVAL: fewer than `least` bytes are left. E2BIG: the process asks for more than a T says. EFAULT: the process
    /// does not have that memory.
    template <FromBytes T> KEEL_MAY_SLEEP Result<T> read_struct(usize least)
    {
        T value;
        if (len_ < least)
            return EINVAL;
        int code;
        UNSAFE("value has room for a T, and any bytes make one")
        {
            code = bindings::copy_struct_from_user(&value, sizeof(T), from_, len_);
        }
        advance(len_);
        if (code != 0)
            return Error::from_errno(code);
        return move(value);
    }

    /// Reads text up to its NUL, and passes over that; `room` has to be large enough for both.
    ///
    /// # Errors
    /// E2BIG: no NUL comes before `room`, or what is left, ends. EFAULT: the process does not have that memory. `room`
    /// may be partly written.
    KEEL_MAY_SLEEP Result<CStr> read_cstr(Span<char> room KEEL_LIFETIME_BOUND)
    {
        const usize n = TRY(read_text(room.data(), room.len()));
        advance(n + 1);
        UNSAFE("strncpy_from_user stopped after the first NUL") { return CStr::from_raw(room.data()); }
    }

    /// The same into memory of its own, for text of at most `max` characters.
    ///
    /// # Errors
    /// As read_cstr. ENOMEM: no memory.
    template <GfpFlags Flags> KEEL_MAY_SLEEP Result<CString> read_cstring(usize max, Flags flags)
    {
        Vec<char> text;
        usize n = 0;
        TRY(text.append_with(min(max, len_) + 1, flags, [&](Span<char> room) -> Result<usize> {
            n = TRY(read_text(room.data(), room.len()));
            return n;
        }));
        advance(n + 1);
        return CString::create(Str(text.span()), flags);
    }

    /// Adds what is left, but at most `max` bytes, to the end of `into`; returns how many.
    ///
    /// `max` bounds the kernel memory that one call of a process can claim.
    ///
    /// # Errors
    /// ENOMEM: no memory. EFAULT: the process does not have all of that memory. `into` keeps its content in both cases,
    /// so that no half of a message is taken for one.
    template <Allocator A, GfpFlags Flags>
    KEEL_MAY_SLEEP Result<usize> read_all(Vec<u8, A>& into, usize max, Flags flags)
    {
        return into.append_with(min(len_, max), flags,
                                [this](Span<u8> room) { return read_exact(room).then(room.len()); });
    }

    /// Adds `count` Ts to the end of `into`. A count from the process is no danger: `max` bounds it.
    ///
    /// # Errors
    /// E2BIG: `count` is more than `max`. EINVAL: fewer bytes are left. ENOMEM: no memory. EFAULT: the process does not
    /// have all of that memory. `into` keeps its content in all cases.
    template <FromBytes T, Allocator A, GfpFlags Flags>
    KEEL_MAY_SLEEP Result<void> read_array(Vec<T, A>& into, usize count, usize max, Flags flags)
    {
        if (count > max)
            return E2BIG;
        if (count > len_ / sizeof(T))
            return EINVAL;
        TRY(into.append_with(count, flags, [this](Span<T> room) -> Result<usize> {
            TRY(copy(room.data(), room.len() * sizeof(T)));
            return room.len();
        }));
        return {};
    }

    /// All that is left, as text in `room`; a NUL is a character like others.
    ///
    /// # Errors
    /// EINVAL: more is left than fits. EFAULT: the process does not have that memory; `room` may be partly written.
    KEEL_MAY_SLEEP Result<Str> read_str(Span<char> room KEEL_LIFETIME_BOUND)
    {
        const usize n = len_;
        if (n > room.len())
            return EINVAL;
        TRY(copy(room.data(), n));
        return Str(room.first(n));
    }

    /// The write of a file whose content is `content`, which does not grow: reads to position `pos` on and advances it;
    /// returns how many bytes.
    ///
    /// # Errors
    /// EINVAL: `pos` is negative. ENOSPC: it is at the end or past it. EFAULT: as read_some; `pos` is unchanged.
    KEEL_MAY_SLEEP Result<usize> read_into(Span<u8> content, loff_t& pos)
    {
        if (pos < 0) [[unlikely]]
            return EINVAL;
        const usize from = static_cast<usize>(pos);
        if (from >= content.len() && len_ != 0)
            return ENOSPC;
        const usize n = TRY(read_some(content.from(min(from, content.len()))));
        pos += static_cast<loff_t>(n);
        return n;
    }

    /// Passes over `n` bytes, or what is left if that is less, unread.
    KEEL_ANY_CONTEXT void skip(usize n) { advance(min(n, len_)); }

private:
    KEEL_INLINE Result<void> copy(void* to, usize n)
    {
        UNSAFE("to has room for n bytes: every caller passes a live object of that size")
        {
            if (bindings::copy_from_user(to, from_, n)) [[unlikely]]
                return fault();
        }
        advance(n);
        return {};
    }

    /// As copy, up to where the memory ends; returns how many bytes.
    usize copy_some(void* to, usize n)
    {
        usize missing;
        UNSAFE("to has room for n bytes: every caller passes a live object of that size")
        {
            missing = bindings::copy_from_user(to, from_, n);
        }
        if (missing == 0) [[likely]]
            advance(n);
        else
            len_ = 0;
        return n - missing;
    }

    /// Text into `to`, with its NUL, which has `room` bytes; returns its length, and does not pass over it yet.
    Result<usize> read_text(char* to, usize room)
    {
        const usize most = min(min(room, len_), static_cast<usize>(__LONG_MAX__));
        if (most == 0)
            return E2BIG;
        long n;
        UNSAFE("to has room for that many bytes: every caller passes a live object of that size")
        {
            n = bindings::strncpy_from_user(to, {static_cast<const char*>(from_.raw)}, static_cast<long>(most));
        }
        if (n < 0)
            return fault();
        if (static_cast<usize>(n) == most) {
            len_ = 0;
            return E2BIG;
        }
        return static_cast<usize>(n);
    }

    /// What was read before a fault may have been seen: it is not read again, nor is the rest.
    Error fault()
    {
        len_ = 0;
        return EFAULT;
    }

    KEEL_INLINE void advance(usize n)
    {
        UNSAFE("a number until something is copied: the copying functions check it")
        {
            from_ = {static_cast<const u8*>(from_.raw) + n};
        }
        len_ -= n;
    }

    bindings::user_ptr<const void> from_;
    usize len_;
};

/// Writes a range of user memory from front to back.
///
/// Takes only values without padding, so that no byte that was never written leaves the kernel.
///
/// # Context
/// All writes: process context, may sleep (the page may have to be brought in); but write_nofault.
class KEEL_NOT_SEND KEEL_NOT_SYNC UserWriter {
public:
    UserWriter(const UserWriter&) = delete; // a copy would go over the same bytes again
    UserWriter& operator=(const UserWriter&) = delete;
    UserWriter(bindings::user_ptr<void> to, usize len) : to_ {to}, len_ {len} {}

    /// How many bytes there is room for.
    usize len() const { return len_; }

    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// EINVAL: less room is left. EFAULT: the process does not have all of that memory; some may be written.
    KEEL_MAY_SLEEP Result<void> write_all(Span<const u8> bytes)
    {
        if (bytes.len() > len_)
            return EINVAL;
        return copy(bytes.data(), bytes.len());
    }

    /// Writes `bytes` as far as there is room and memory; returns how many.
    ///
    /// # Errors
    /// EFAULT: not a single byte could be written, and there was one to write.
    KEEL_MAY_SLEEP Result<usize> write_some(Span<const u8> bytes)
    {
        const usize wanted = min(bytes.len(), len_);
        usize missing;
        UNSAFE("bytes has that many") { missing = bindings::copy_to_user(to_, bytes.data(), wanted); }
        const usize done = wanted - missing;
        if (done == 0 && wanted != 0) [[unlikely]]
            return EFAULT;
        advance(done);
        return done;
    }

    /// Writes a T. 1, 2, 4 or 8 bytes are written in one access, as by put_user.
    ///
    /// # Errors
    /// EINVAL: less room is left. EFAULT: the process does not have all of that memory; some may be written.
    template <AsBytes T> KEEL_MAY_SLEEP KEEL_INLINE Result<void> write(const T& value)
    {
        if (sizeof(T) > len_) [[unlikely]]
            return EINVAL;
        if constexpr (detail::is_one_access<sizeof(T)>) {
            const int code = detail::put_user<sizeof(T)>(&value, to_);
            advance(code == 0 ? sizeof(T) : 0);
            UNSAFE("put_user gives 0 or -EFAULT") { return Result<void>::from_errno_unchecked(code); }
        } else {
            return copy(&value, sizeof(T));
        }
    }

    /// Writes a T if its page is there; to be tried where nothing may sleep.
    ///
    /// # Context
    /// Any in which this process is the current one: under a spinlock, too.
    /// # Errors
    /// EINVAL: less room is left. EFAULT: the memory is not there now.
    template <AsBytes T> KEEL_ANY_CONTEXT Result<void> write_nofault(const T& value)
    {
        if (sizeof(T) > len_)
            return EINVAL;
        UNSAFE("value has the bytes of a T, all of which were written")
        {
            if (bindings::copy_to_user_nofault(to_, &value, sizeof(T)))
                return EFAULT;
        }
        advance(sizeof(T));
        return {};
    }

    /// Fills all the room with a T of this or another age: what a process of an older one does not know is left out,
    /// what one of a newer one expects behind it is zero (as copy_struct_to_user does).
    ///
    /// # Errors
    /// EFAULT: the process does not have all of that memory; some may be written.
    template <AsBytes T> KEEL_MAY_SLEEP Result<void> write_struct(const T& value)
    {
        TRY(copy(&value, min(sizeof(T), len_)));
        return write_zeros(len_);
    }

    /// Writes all of `values`.
    ///
    /// # Errors
    /// As write_all.
    template <AsBytes T> KEEL_MAY_SLEEP Result<void> write_array(Span<const T> values)
    {
        if (values.len() > len_ / sizeof(T))
            return EINVAL;
        return copy(values.data(), values.len() * sizeof(T));
    }

    /// Writes `n` zeros.
    ///
    /// # Errors
    /// As write_all.
    KEEL_MAY_SLEEP Result<void> write_zeros(usize n)
    {
        if (n > len_)
            return EINVAL;
        UNSAFE("the address is checked by clear_user")
        {
            if (bindings::clear_user(to_, n)) [[unlikely]]
                return EFAULT;
        }
        advance(n);
        return {};
    }

    /// The read of a file whose content is `content`: writes from position `pos` on and advances it; returns how many
    /// bytes, 0 at the end (as simple_read_from_buffer does).
    ///
    /// # Errors
    /// EINVAL: `pos` is negative. EFAULT: as write_some; `pos` is unchanged.
    KEEL_MAY_SLEEP KEEL_INLINE Result<usize> write_from(Span<const u8> content, loff_t& pos)
    {
        return detail::write_from(*this, content, pos);
    }

    /// Leaves out `n` bytes, or what is left if that is less: they stay as they are.
    KEEL_ANY_CONTEXT void skip(usize n) { advance(min(n, len_)); }

private:
    KEEL_INLINE Result<void> copy(const void* from, usize n)
    {
        UNSAFE("from has n bytes: every caller passes a live object of that size")
        {
            if (bindings::copy_to_user(to_, from, n)) [[unlikely]]
                return EFAULT;
        }
        advance(n);
        return {};
    }

    KEEL_INLINE void advance(usize n)
    {
        UNSAFE("a number until something is copied: the copying functions check it")
        {
            to_ = {static_cast<u8*>(to_.raw) + n};
        }
        len_ -= n;
    }

    bindings::user_ptr<void> to_;
    usize len_;
};

} // namespace keel
