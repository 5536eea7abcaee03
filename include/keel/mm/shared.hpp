// SPDX-License-Identifier: GPL-2.0
// Memory that a process can change while the kernel looks at it.
// C header: include/linux/compiler.h (READ_ONCE, WRITE_ONCE)
#pragma once

#include <keel/core/result.hpp>
#include <keel/core/span.hpp>

namespace keel::mm {

template <Integer T> class Shared;

namespace detail {
template <class T> inline constexpr bool is_shared = false;
template <Integer T> inline constexpr bool is_shared<Shared<T>> = true;
template <class T> using OnlyShared = keel::detail::Verdict<is_shared<T>>;
} // namespace detail

/// A Shared<T>, or a struct of nothing else: what may be laid over memory that a process can change.
template <class T>
concept SharedLayout = keel::detail::all_parts<detail::OnlyShared, T>();

/// A number in memory that a process can change at any time. There is no reference to it: a value is fetched by one
/// access of the machine, and it is the copy that is checked and used. Whoever fetches twice gets two values.
///
///     struct Header {
///         mm::Shared<u32> produced;
///         mm::Shared<u32> consumed;
///     };
///     const u32 seen = header.consumed.load_acquire();   // checked, and used, as `seen`
///
/// # Context
/// Any.
template <Integer T> class KEEL_SEND KEEL_SYNC Shared {
    static_assert(sizeof(T) <= sizeof(usize), "one access of the machine");

public:
    Shared() = delete; // it is where the memory is
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;

    /// The value, by one access: C's READ_ONCE.
    KEEL_ANY_CONTEXT KEEL_INLINE T read_once() const { return *where(); }
    /// Sets the value, by one access: C's WRITE_ONCE.
    KEEL_ANY_CONTEXT KEEL_INLINE void write_once(T value) const { *where() = value; }

    /// As read_once; what comes after it sees what the writer did before its release.
    KEEL_ANY_CONTEXT KEEL_INLINE T load_acquire() const
    {
        UNSAFE("mapped as long as this is borrowed") { return __atomic_load_n(where(), __ATOMIC_ACQUIRE); }
    }
    /// As write_once; who acquires the value sees all that was done before.
    KEEL_ANY_CONTEXT KEEL_INLINE void store_release(T value) const
    {
        UNSAFE("mapped as long as this is borrowed") { __atomic_store_n(where(), value, __ATOMIC_RELEASE); }
    }

private:
    KEEL_INLINE volatile T* where() const { return &value_; }

    mutable volatile T value_;
};

/// Bytes that a process can change at any time: copied in and out, or seen as numbers that are fetched once.
///
/// # Context
/// Any.
/// # Invariants
/// data_ points to len_ bytes that are mapped, and aligned as a u64, for as long as what they were made from lives.
class KEEL_VIEW KEEL_SEND KEEL_SYNC SharedBytes {
public:
    /// # Safety
    /// `data` points to `len` bytes, aligned as a u64, which stay where they are while this is used.
    KEEL_UNSAFE_FUNCTION static SharedBytes from_raw(u8* data KEEL_LIFETIME_BOUND, usize len)
    {
        return SharedBytes(data, len);
    }

    usize len() const { return len_; }

    /// Copies what is at `offset` to `out`. What the process writes meanwhile may be seen in part.
    ///
    /// # Errors
    /// EINVAL: there are fewer bytes; nothing was copied.
    KEEL_ANY_CONTEXT KEEL_INLINE Result<void> read(usize offset, Span<u8> out) const
    {
        if (!fits(offset, out.len())) [[unlikely]]
            return EINVAL;
        UNSAFE("both have out.len() bytes, and nobody else knows out")
        {
            __builtin_memcpy(out.data(), data_ + offset, out.len());
            fetched();
        }
        return {};
    }

    /// Copies `bytes` to `offset`.
    ///
    /// # Errors
    /// EINVAL: they do not fit there; nothing was copied.
    KEEL_ANY_CONTEXT KEEL_INLINE Result<void> write(usize offset, Span<const u8> bytes) const
    {
        if (!fits(offset, bytes.len())) [[unlikely]]
            return EINVAL;
        UNSAFE("both have bytes.len() bytes")
        {
            __builtin_memcpy(data_ + offset, bytes.data(), bytes.len());
            fetched();
        }
        return {};
    }

    /// Copies `n` bytes from `in`, a UserReader or IovSource, to `offset`, without a look at them.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINVAL: they do not fit there, or are not left. EFAULT: the process does not have that memory; a part is copied.
    template <class In> KEEL_MAY_SLEEP KEEL_INLINE Result<void> copy_from(In& in, usize offset, usize n) const
    {
        if (!fits(offset, n)) [[unlikely]]
            return EINVAL;
        UNSAFE("n bytes are there, and read_exact only writes to them") { return in.read_exact(room(offset, n)); }
    }

    /// Copies `n` bytes at `offset` to `out`, a UserWriter or IovDest, without a look at them.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINVAL: there are fewer, or less room. EFAULT: the process does not have that memory; a part is copied.
    template <class Out> KEEL_MAY_SLEEP KEEL_INLINE Result<void> copy_to(Out& out, usize offset, usize n) const
    {
        if (!fits(offset, n)) [[unlikely]]
            return EINVAL;
        UNSAFE("n bytes are there, and write_all fetches them once") { return out.write_all(room(offset, n)); }
    }

    /// The T at `offset`; nothing if it is not all there, or not aligned.
    template <SharedLayout T> KEEL_ANY_CONTEXT KEEL_INLINE Option<const T&> at(usize offset) const
    {
        if (!fits(offset, sizeof(T)) || offset % alignof(T) != 0) [[unlikely]]
            return none;
        UNSAFE("sizeof(T) aligned bytes are there, checked above, and any bytes are Shared numbers")
        {
            return *reinterpret_cast<const T*>(data_ + offset);
        }
    }

private:
    SharedBytes(u8* data, usize len) : data_ {data}, len_ {len} {}

    KEEL_INLINE bool fits(usize offset, usize n) const { return offset <= len_ && n <= len_ - offset; }

    Span<u8> room(usize offset, usize n) const { return Span<u8>::from_raw(data_ + offset, n); }

    /// The compiler does not fetch again what it has a copy of.
    KEEL_INLINE static void fetched()
    {
        UNSAFE("no instruction") { asm volatile("" ::: "memory"); }
    }

    u8* data_;
    usize len_;
};

} // namespace keel::mm
