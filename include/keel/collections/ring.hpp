// SPDX-License-Identifier: GPL-2.0
// A queue of fixed length, between one who puts in and one who takes out.
// C header: include/linux/kfifo.h
#pragma once

#include <keel/core/span.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/atomic.hpp>

namespace keel {

/// A queue of at most N elements, N a power of two; it allocates nothing.
///
/// Used through one owner (a member behind a lock) it is an ordinary queue. `ends` makes one that is used by two
/// threads without a lock: each has an end, and there is one of each.
///
///     auto [producer, consumer] = TRY(Ring<Event, 64>::ends(GFP_KERNEL));
///
/// # Context
/// Any.
/// # Invariants
/// The slots from read_ up to written_, modulo N, hold elements; at most N. written_ is changed by who puts in, read_
/// by who takes out.
template <class T, u32 N> class KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND Ring {
    static_assert(N >= 1 && N <= 1u << 31 && (N & (N - 1)) == 0, "a Ring's length is a power of two");

public:
    class Producer;
    class Consumer;
    struct Ends {
        Producer producer;
        Consumer consumer;
    };

    Ring() : written_ {0}, read_ {0} {}
    Ring(const Ring&) = delete;
    Ring& operator=(const Ring&) = delete;
    ~Ring()
    {
        while (take().is_some()) {
        }
    }

    /// A Ring and its two ends; it goes with the last of them.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<Ends> ends(Flags flags)
    {
        Arc<Ring> ring = TRY(Arc<Ring>::create(flags));
        Arc<Ring> other = ring.clone();
        return Ends {Producer(move(ring)), Consumer(move(other))};
    }

    static constexpr u32 capacity() { return N; }
    /// How many elements are in it; with two ends, were in it just now.
    KEEL_ANY_CONTEXT u32 len() const { return written_.load(Acquire) - read_.load(Acquire); }
    KEEL_ANY_CONTEXT bool is_empty() const { return len() == 0; }
    KEEL_ANY_CONTEXT bool is_full() const { return len() >= N; }

    /// Adds `value` at the end; gives it back if there is no room.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Option<T> push(T value) { return put(value); }
    /// Takes the first element, if any.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<T> pop() { return take(); }

    /// Adds copies of `values` as far as there is room; gives how many.
    KEEL_ANY_CONTEXT u32 push_from(Span<const T> values)
        requires TriviallyCopyable<T>
    {
        return put_from(values);
    }
    /// Takes elements as far as there are some and `out` has room; gives how many.
    KEEL_ANY_CONTEXT u32 pop_into(Span<T> out)
        requires TriviallyCopyable<T>
    {
        return take_into(out);
    }

    /// The end that puts in.
    class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND Producer {
    public:
        KEEL_ANY_CONTEXT bool is_full() const { return ring_->is_full(); }
        /// Adds `value` at the end; gives it back if there is no room.
        KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Option<T> push(T value) { return ring_->put(value); }
        /// Adds copies of `values` as far as there is room; gives how many.
        KEEL_ANY_CONTEXT u32 push_from(Span<const T> values)
            requires TriviallyCopyable<T>
        {
            return ring_->put_from(values);
        }

    private:
        friend Ring;
        explicit Producer(Arc<Ring> ring) : ring_ {move(ring)} {}
        Arc<Ring> ring_;
    };

    /// The end that takes out.
    class [[nodiscard]] KEEL_SEND_IF_SEND KEEL_SYNC_IF_SEND Consumer {
    public:
        KEEL_ANY_CONTEXT bool is_empty() const { return ring_->is_empty(); }
        /// Takes the first element, if any.
        KEEL_ANY_CONTEXT KEEL_INLINE Option<T> pop() { return ring_->take(); }
        /// Takes elements as far as there are some and `out` has room; gives how many.
        KEEL_ANY_CONTEXT u32 pop_into(Span<T> out)
            requires TriviallyCopyable<T>
        {
            return ring_->take_into(out);
        }

    private:
        friend Ring;
        explicit Consumer(Arc<Ring> ring) : ring_ {move(ring)} {}
        Arc<Ring> ring_;
    };

private:
    /// Storage for an element.
    union Room {
        T value;
        char nothing;

        constexpr Room() : nothing {} {}
        constexpr ~Room() {}
    };

    KEEL_INLINE T& slot(u32 index) const
    {
        UNSAFE("the index is below N") { return slots_[index % N].value; }
    }

    /// Moves `value` in, or gives it back.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Option<T> put(T& value) const
    {
        const u32 written = written_.load(Relaxed);
        if (written - read_.load(Acquire) == N)
            return Option<T>(move(value));
        UNSAFE("the slot is vacant: invariant") { ::new (static_cast<void*>(&slot(written))) T(move(value)); }
        written_.store(written + 1, Release);
        return none;
    }
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED KEEL_INLINE Option<T> take() const
    {
        const u32 read = read_.load(Relaxed);
        if (read == written_.load(Acquire))
            return none;
        T& first = slot(read);
        Option<T> taken = Option<T>(move(first));
        first.~T();
        read_.store(read + 1, Release);
        return taken;
    }
    KEEL_ANY_CONTEXT u32 put_from(Span<const T> values) const
    {
        const u32 written = written_.load(Relaxed);
        const u32 room = N - (written - read_.load(Acquire));
        const u32 n = static_cast<u32>(min(usize {room}, values.len()));
        for (u32 i = 0; i < n; i++)
            slot(written + i) = values[i];
        written_.store(written + n, Release);
        return n;
    }
    KEEL_ANY_CONTEXT u32 take_into(Span<T> out) const
    {
        const u32 read = read_.load(Relaxed);
        const u32 n = static_cast<u32>(min(usize {written_.load(Acquire) - read}, out.len()));
        for (u32 i = 0; i < n; i++)
            out[i] = slot(read + i);
        read_.store(read + n, Release);
        return n;
    }

    Atomic<u32> written_;
    Atomic<u32> read_;
    mutable Room slots_[N];
};

} // namespace keel
