// SPDX-License-Identifier: GPL-2.0
// The memory of one read or write: of a process, in one piece or many, or of the kernel when a pipe is spliced.
// C header: include/linux/uio.h
#pragma once

#include <keel/uaccess/user.hpp>

namespace keel {

namespace detail {

/// Whether a copy of nothing was a fault: there was something to copy. Apart from where it is asked, so that a copy
/// that succeeds keeps no register for it.
[[gnu::cold, gnu::noinline]] inline bool is_fault(const bindings::iov_iter* raw, usize wanted)
{
    return wanted != 0 && raw->count != 0;
}

} // namespace detail

/// Where a read puts its bytes, front to back.
///
/// Takes only values without padding. A fault in the middle ends a copy early; what was copied before it counts, as
/// read(2) has it.
///
/// # Context
/// All writes: process context, may sleep (a page may have to be brought in).
class KEEL_NOT_SEND KEEL_NOT_SYNC IovDest {
public:
    /// # Safety
    /// `raw` is a live iterator over memory to be written, used by nobody else meanwhile.
    KEEL_UNSAFE_FUNCTION explicit IovDest(bindings::iov_iter* raw) : raw_ {raw} {}
    IovDest(const IovDest&) = delete;
    IovDest& operator=(const IovDest&) = delete;

    /// How many bytes there is room for.
    usize len() const { return raw_->count; }

    /// Writes `bytes` as far as there is room and memory; returns how many.
    ///
    /// # Errors
    /// EFAULT: not a single byte could be written, and there was one to write.
    KEEL_MAY_SLEEP Result<usize> write_some(Span<const u8> bytes)
    {
        return some(copy(bytes.data(), bytes.len()), bytes.len());
    }

    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// EINVAL: less room is left. EFAULT: the process does not have all of that memory; some may be written.
    KEEL_MAY_SLEEP Result<void> write_all(Span<const u8> bytes)
    {
        if (bytes.len() > len())
            return EINVAL;
        return all(copy(bytes.data(), bytes.len()), bytes.len());
    }

    /// Writes a T.
    ///
    /// # Errors
    /// As write_all.
    template <AsBytes T> KEEL_MAY_SLEEP Result<void> write(const T& value) { return write_all(as_bytes(value)); }

    /// Writes `n` zeros as far as there is room and memory; returns how many.
    ///
    /// # Errors
    /// As write_some.
    KEEL_MAY_SLEEP Result<usize> write_zeros(usize n)
    {
        usize done;
        UNSAFE("raw_ is live") { done = bindings::iov_iter_zero(n, raw_); }
        return some(done, n);
    }

    /// The read of a file whose content is `content`: writes from position `pos` on and advances it; returns how many
    /// bytes, 0 at the end (as simple_read_from_buffer does).
    ///
    /// # Errors
    /// EINVAL: `pos` is negative. EFAULT: as write_some; `pos` is unchanged.
    KEEL_MAY_SLEEP Result<usize> write_from(Span<const u8> content, loff_t& pos)
    {
        return detail::write_from(*this, content, pos);
    }

private:
    usize copy(const void* from, usize n)
    {
        UNSAFE("from has n bytes: every caller passes a live object of that size")
        {
            return bindings::copy_to_iter(from, n, raw_);
        }
    }
    Result<usize> some(usize done, usize wanted)
    {
        if (done == 0 && detail::is_fault(raw_, wanted)) [[unlikely]]
            return EFAULT;
        return done;
    }
    static Result<void> all(usize done, usize wanted)
    {
        if (done != wanted) [[unlikely]]
            return EFAULT;
        return {};
    }

    bindings::iov_iter* raw_;
};

/// Where a write takes its bytes from, front to back.
///
/// Each byte can be read once: what was checked is what is used. There is no way back, not after a fault either.
///
/// # Context
/// All reads: process context, may sleep (a page may have to be brought in).
class KEEL_NOT_SEND KEEL_NOT_SYNC IovSource {
public:
    /// # Safety
    /// `raw` is a live iterator over memory to be read, used by nobody else meanwhile.
    KEEL_UNSAFE_FUNCTION explicit IovSource(bindings::iov_iter* raw) : raw_ {raw} {}
    IovSource(const IovSource&) = delete;
    IovSource& operator=(const IovSource&) = delete;

    /// How many bytes are left.
    usize len() const { return raw_->count; }

    /// Fills `into` as far as there are bytes and memory, from its start; returns how many.
    ///
    /// # Errors
    /// EFAULT: not a single byte could be read, and there was one to read.
    KEEL_MAY_SLEEP Result<usize> read_some(Span<u8> into)
    {
        const usize done = copy(into.data(), into.len());
        if (done == 0 && detail::is_fault(raw_, into.len())) [[unlikely]]
            return EFAULT;
        return done;
    }

    /// Fills `into`.
    ///
    /// # Errors
    /// EINVAL: fewer bytes are left. EFAULT: the process does not have all of that memory; `into` may be partly
    /// written, and what was read is gone.
    KEEL_MAY_SLEEP Result<void> read_exact(Span<u8> into)
    {
        if (into.len() > len())
            return EINVAL;
        if (copy(into.data(), into.len()) != into.len()) [[unlikely]]
            return EFAULT;
        return {};
    }

    /// Reads a T.
    ///
    /// # Errors
    /// As read_exact.
    template <FromBytes T> KEEL_MAY_SLEEP Result<T> read()
    {
        T value;
        if (sizeof(T) > len())
            return EINVAL;
        if (copy(&value, sizeof(T)) != sizeof(T)) [[unlikely]]
            return EFAULT;
        return value;
    }

    /// Adds what is left, but at most `max` bytes, to the end of `into`; returns how many.
    ///
    /// `max` bounds the kernel memory that one call of a process can claim.
    ///
    /// # Errors
    /// ENOMEM: no memory. EFAULT: as read_exact. `into` keeps its content in both cases.
    template <Allocator A, GfpFlags Flags>
    KEEL_MAY_SLEEP Result<usize> read_all(Vec<u8, A>& into, usize max, Flags flags)
    {
        return into.append_with(min(len(), max), flags,
                                [this](Span<u8> room) { return read_exact(room).then(room.len()); });
    }

    /// Passes over `n` bytes, or what is left if that is less, unread.
    void skip(usize n)
    {
        UNSAFE("not past the end") { bindings::iov_iter_advance(raw_, min(n, len())); }
    }

private:
    KEEL_INLINE usize copy(void* to, usize n)
    {
        usize done;
        UNSAFE("to has room for n bytes: every caller passes a live object of that size")
        {
            done = bindings::copy_from_iter(to, n, raw_);
        }
        __builtin_assume(done <= n); // saves callers a check
        return done;
    }

    bindings::iov_iter* raw_;
};

} // namespace keel
