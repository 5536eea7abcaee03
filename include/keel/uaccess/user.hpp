// SPDX-License-Identifier: GPL-2.0
// Memory of the calling process: read or written once, front to back, never dereferenced.
// C header: include/linux/uaccess.h
#pragma once

#include <bindings/uaccess.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/core/array.hpp>

namespace keel {

/// Reads a range of user memory from front to back.
///
/// Each byte can be read once, so that what was checked is what is used: a second look, which the process could have
/// changed in between, cannot be written. On EFAULT nothing counts as read.
///
/// # Context
/// All reads: process context, may sleep (the page may have to be brought in).
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
    Result<void> read_exact(Span<u8> into)
    {
        if (into.len() > len_)
            return EINVAL;
        return copy(into.data(), into.len());
    }

    /// Fills `into` as far as there are bytes, from its start; returns how many.
    ///
    /// # Errors
    /// EFAULT: the process does not have that memory; `into` may be partly written.
    KEEL_MAY_SLEEP Result<usize> read_some(Span<u8> into)
    {
        const usize n = min(into.len(), len_);
        TRY(copy(into.data(), n));
        return n;
    }

    /// Reads a T.
    ///
    /// # Errors
    /// EINVAL: fewer bytes are left. EFAULT: the process does not have that memory.
    template <FromBytes T> KEEL_MAY_SLEEP KEEL_INLINE Result<T> read()
    {
        T value;
        if (sizeof(T) > len_) [[unlikely]]
            return EINVAL;
        TRY(copy(&value, sizeof(T)));
        return value;
    }

    /// Adds what is left, but at most `max` bytes, to the end of `into`; returns how many.
    ///
    /// `max` bounds the kernel memory that one call of a process can claim.
    ///
    /// # Errors
    /// ENOMEM: no memory. EFAULT: the process does not have that memory. `into` keeps its content in both cases.
    template <Allocator A, GfpFlags Flags>
    KEEL_MAY_SLEEP Result<usize> read_all(Vec<u8, A>& into, usize max, Flags flags)
    {
        return into.append_with(min(len_, max), flags, [this](Span<u8> room) -> Result<usize> {
            TRY(copy(room.data(), room.len()));
            return room.len();
        });
    }

private:
    KEEL_INLINE Result<void> copy(void* to, usize n)
    {
        UNSAFE("to has room for n bytes: every caller passes a live object of that size")
        {
            if (bindings::copy_from_user(to, from_, n)) [[unlikely]]
                return EFAULT;
            from_ = {static_cast<const u8*>(from_.raw) + n};
        }
        len_ -= n;
        return {};
    }

    bindings::user_ptr<const void> from_;
    usize len_;
};

namespace detail {

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

/// Writes a range of user memory from front to back.
///
/// Takes only values without padding, so that no byte that was never written leaves the kernel. On EFAULT nothing
/// counts as written.
///
/// # Context
/// All writes: process context, may sleep (the page may have to be brought in).
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
    /// EINVAL: less room is left. EFAULT: the process does not have that memory.
    KEEL_MAY_SLEEP Result<void> write_all(Span<const u8> bytes)
    {
        if (bytes.len() > len_)
            return EINVAL;
        return copy(bytes.data(), bytes.len());
    }

    /// Writes `bytes` as far as there is room; returns how many.
    ///
    /// # Errors
    /// EFAULT: the process does not have that memory.
    KEEL_MAY_SLEEP Result<usize> write_some(Span<const u8> bytes)
    {
        const usize n = min(bytes.len(), len_);
        TRY(copy(bytes.data(), n));
        return n;
    }

    /// Writes a T.
    ///
    /// # Errors
    /// EINVAL: less room is left. EFAULT: the process does not have that memory.
    template <AsBytes T> KEEL_MAY_SLEEP KEEL_INLINE Result<void> write(const T& value)
    {
        if (sizeof(T) > len_) [[unlikely]]
            return EINVAL;
        return copy(&value, sizeof(T));
    }

    /// The read of a file whose content is `content`: writes from position `pos` on and advances it; returns how many
    /// bytes, 0 at the end (as simple_read_from_buffer does).
    ///
    /// # Errors
    /// EINVAL: `pos` is negative. EFAULT: the process does not have that memory; `pos` is unchanged.
    KEEL_MAY_SLEEP KEEL_INLINE Result<usize> write_from(Span<const u8> content, loff_t& pos)
    {
        return detail::write_from(*this, content, pos);
    }

private:
    KEEL_INLINE Result<void> copy(const void* from, usize n)
    {
        UNSAFE("from has n bytes: every caller passes a live object of that size")
        {
            if (bindings::copy_to_user(to_, from, n)) [[unlikely]]
                return EFAULT;
            to_ = {static_cast<u8*>(to_.raw) + n};
        }
        len_ -= n;
        return {};
    }

    bindings::user_ptr<void> to_;
    usize len_;
};

} // namespace keel
