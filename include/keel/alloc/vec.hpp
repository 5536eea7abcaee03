// SPDX-License-Identifier: GPL-2.0
// A growable row of objects; growing can fail, and says so.
#pragma once

#include <keel/alloc/allocator.hpp>
#include <keel/core/bytes.hpp>
#include <keel/core/checked.hpp>
#include <keel/core/init.hpp>
#include <keel/core/sort.hpp>

namespace keel {

/// Owns `len` Ts in one piece of memory that grows when asked to.
///
/// Every function that may allocate takes flags and returns a Result; on an error the Vec is as it was. Growing moves
/// the elements: references to them and Spans over them end there.
///
/// # Invariants
/// data_ is null or memory of A for capacity_ Ts, of which the first len_ are live; len_ <= capacity_.
template <class T, Allocator A = Kmalloc> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC Vec {
    static_assert(alignof(T) <= 8, "a Vec does not over-align its elements");

public:
    constexpr Vec() : data_ {nullptr}, len_ {0}, capacity_ {0} {}
    Vec(Vec&& other) : data_ {other.data_}, len_ {other.len_}, capacity_ {other.capacity_}
    {
        other.data_ = nullptr;
        other.len_ = other.capacity_ = 0;
    }
    Vec& operator=(Vec other)
    {
        swap(data_, other.data_);
        swap(len_, other.len_);
        swap(capacity_, other.capacity_);
        return *this;
    }
    ~Vec()
    {
        if constexpr (!TriviallyDestructible<T>)
            clear();
        if (data_) // the allocators take null, too, but at the price of a call
            A::free(data_);
    }

    /// An empty Vec with room for `capacity` elements.
    ///
    /// # Errors
    /// ENOMEM: no memory, or the size in bytes does not fit a usize.
    template <GfpFlags Flags> static Result<Vec> with_capacity(usize capacity, Flags flags)
    {
        Vec made;
        TRY(made.reserve(capacity, flags));
        return made;
    }

    /// As `with_capacity`, in memory of `node`, if that has some. Growing further may leave it.
    ///
    /// # Errors
    /// ENOMEM: no memory, or the size in bytes does not fit a usize.
    template <GfpFlags Flags>
    static Result<Vec> with_capacity_on(NumaNode node, usize capacity, Flags)
        requires NodeAllocator<A, Flags>
    {
        return in_new(capacity, 0, [node](usize bytes) __attribute__((always_inline)) {
            return A::template allocate_on<Flags>(node, bytes, alignof(T));
        });
    }

    /// `len` Ts of zeroes; the allocator zeroes them.
    ///
    /// # Errors
    /// ENOMEM: no memory, or the size in bytes does not fit a usize.
    template <GfpFlags Flags>
    static Result<Vec> zeroed(usize len, Flags)
        requires FromBytes<T>
    {
        return in_new(len, len, [](usize bytes) __attribute__((always_inline)) {
            return A::allocate(bytes, alignof(T), Flags::bits | bindings::__GFP_ZERO);
        });
    }

    usize len() const { return len_; }
    usize capacity() const { return capacity_; }
    KEEL_AFTER_MOVE bool is_empty() const { return len_ == 0; }

    /// The element at `index`. Traps if there is none.
    KEEL_STABLE T& operator[](usize index) KEEL_LIFETIME_BOUND { return span()[index]; }
    const T& operator[](usize index) const KEEL_LIFETIME_BOUND { return span()[index]; }

    /// The element at `index`, or nothing.
    KEEL_STABLE Option<T&> get(usize index) KEEL_LIFETIME_BOUND { return span().get(index); }
    Option<const T&> get(usize index) const KEEL_LIFETIME_BOUND { return span().get(index); }

    KEEL_STABLE Span<T> span() KEEL_LIFETIME_BOUND
    {
        UNSAFE("the first len_ elements are live: invariant") { return Span<T>::from_raw(data_, len_); }
    }
    Span<const T> span() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("the first len_ elements are live: invariant") { return Span<const T>::from_raw(data_, len_); }
    }
    KEEL_STABLE operator Span<T>() KEEL_LIFETIME_BOUND { return span(); }
    operator Span<const T>() const KEEL_LIFETIME_BOUND { return span(); }
    KEEL_STABLE T* begin() KEEL_LIFETIME_BOUND { return span().begin(); }
    KEEL_STABLE T* end() KEEL_LIFETIME_BOUND { return span().end(); }
    const T* begin() const KEEL_LIFETIME_BOUND { return span().begin(); }
    const T* end() const KEEL_LIFETIME_BOUND { return span().end(); }

    /// Makes room for `additional` more elements, so that adding them allocates nothing.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory, or the size in bytes does not fit a usize.
    template <GfpFlags Flags> Result<void> reserve(usize additional, Flags)
    {
        if (additional <= capacity_ - len_)
            return {};
        return grow(additional, Flags::bits);
    }

    /// Adds `value` at the end.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory; `value` is destroyed.
    template <GfpFlags Flags> Result<void> push(T value, Flags flags)
    {
        TRY(reserve(1, flags));
        append(move(value));
        return {};
    }

    /// Adds `value` at the end if there is room for it. Never allocates: for atomic context, after `reserve`.
    ///
    /// # Errors
    /// ENOSPC: no room; `value` is destroyed.
    Result<void> push_within_capacity(T value)
    {
        if (len_ == capacity_)
            return ENOSPC;
        append(move(value));
        return {};
    }

    /// Adds copies of `values` at the end.
    ///
    /// # Errors
    /// ENOMEM: no memory; nothing was added.
    template <GfpFlags Flags>
    Result<void> extend(Span<const T> values, Flags flags)
        requires TriviallyCopyable<T>
    {
        TRY(reserve(values.len(), flags));
        for (const T& value : values)
            append(value);
        return {};
    }

    /// Makes the length `len`, dropping from the end or adding copies of `value`.
    ///
    /// # Errors
    /// ENOMEM: no memory; the length is unchanged.
    template <GfpFlags Flags>
    Result<void> resize(usize len, T value, Flags flags)
        requires TriviallyCopyable<T>
    {
        if (len > len_)
            TRY(reserve(len - len_, flags));
        while (len_ < len)
            append(value);
        truncate(len);
        return {};
    }

    /// Moves all elements of `other` to the end.
    ///
    /// # Errors
    /// ENOMEM: no memory; nothing was moved.
    template <GfpFlags Flags> Result<void> append(Vec& other, Flags flags)
    {
        TRY(reserve(other.len_, flags));
        relocate(data_ + len_, other.data_, other.len_);
        len_ += other.len_;
        other.len_ = 0;
        return {};
    }

    /// Puts `value` at `index` and moves what is there and behind by one. Traps if `index` is past the end.
    ///
    /// # Errors
    /// ENOMEM: no memory; `value` is destroyed.
    template <GfpFlags Flags> Result<void> insert(usize index, T value, Flags flags)
    {
        TRY(reserve(1, flags));
        return insert_within_capacity(index, move(value));
    }

    /// As `insert`, if there is room. Never allocates: for atomic context, after `reserve`.
    ///
    /// # Errors
    /// ENOSPC: no room; `value` is destroyed.
    Result<void> insert_within_capacity(usize index, T value)
    {
        if (index > len_) [[unlikely]]
            trap("insert out of bounds");
        if (len_ == capacity_)
            return ENOSPC;
        shift(index + 1, index, len_ - index);
        UNSAFE("the slot is vacant: what was there has moved up") { ::new (slot(index)) T(move(value)); }
        len_++;
        return {};
    }

    /// Takes the element at `index` and closes the gap. Traps if there is none.
    ///
    /// # Context
    /// Any: it destroys only what was moved from, which owns nothing any more.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED T remove(usize index)
    {
        T taken = vacate(index);
        shift(index, index + 1, len_ - index - 1);
        len_--;
        return taken;
    }

    /// Takes the element at `index` and puts the last one in its place: constant time. Traps if there is none.
    ///
    /// # Context
    /// Any: it destroys only what was moved from, which owns nothing any more.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED T swap_remove(usize index)
    {
        T taken = vacate(index);
        len_--;
        if (index != len_)
            shift(index, len_, 1);
        return taken;
    }

    /// Takes `n` elements from `from` on out, passing each to `take(element)`. Traps if they are not all there.
    template <class Take> void drain(usize from, usize n, Take take)
    {
        for (T& element : span().slice(from, n)) {
            take(T(move(element)));
            element.~T();
        }
        if (n == 0)
            return; // nothing is vacant to move to
        shift(from, from + n, len_ - from - n);
        len_ -= n;
    }

    /// Drops each element for which `keep(element)` is false; the others stay in their order.
    template <class Keep> void retain(Keep keep)
    {
        usize kept = 0;
        for (usize i = 0; i < len_; i++) {
            if (!keep(at(i)))
                at(i).~T();
            else if (kept++ != i)
                shift(kept - 1, i, 1);
        }
        len_ = kept;
    }

    /// Sorts by `less(a, b)`, which says whether a comes before b. Takes n log n steps, does not recurse, allocates
    /// nothing, and does not keep the order of equal elements.
    template <class Less> void sort(Less less) { keel::sort(span(), less); }

    /// Takes the last element, if any.
    ///
    /// # Context
    /// Any: it destroys only what was moved from, which owns nothing any more.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED Option<T> pop()
    {
        if (len_ == 0)
            return none;
        T last = move(at(len_ - 1));
        truncate(len_ - 1);
        return last;
    }

    /// Destroys the elements from `len` on, if any. Keeps the memory.
    void truncate(usize len)
    {
        if constexpr (TriviallyDestructible<T>) {
            len_ = min(len_, len);
        } else {
            while (len_ > len)
                at(--len_).~T();
        }
    }

    /// Destroys all elements. Keeps the memory.
    void clear() { truncate(0); }

    /// Lets `fill(room)` write into the free capacity (at least `n` elements were reserved) and adds what it reports.
    ///
    /// # Errors
    /// ENOMEM: no memory. Otherwise what `fill` returned; the Vec is then as it was.
    template <GfpFlags Flags, class Fill>
    Result<usize> append_with(usize n, Flags flags, Fill fill)
        requires FromBytes<T>
    {
        TRY(reserve(n, flags));
        Span<T> room;
        UNSAFE("n elements of room were reserved, and any bytes make a T")
        {
            room = Span<T>::from_raw(data_ + len_, n);
        }
        const usize filled = min(TRY(fill(room)), n);
        len_ += filled;
        return filled;
    }

private:
    /// A Vec in what `allocate(bytes)` gives, of which the first `len` are live.
    template <class Allocate> static Result<Vec> in_new(usize capacity, usize len, Allocate allocate)
    {
        Vec made;
        if (capacity == 0)
            return made;
        const Option<usize> bytes = checked_mul(capacity, sizeof(T));
        if (bytes.is_none())
            return ENOMEM;
        made.data_ = static_cast<T*>(allocate(bytes.value()));
        if (!made.data_)
            return ENOMEM;
        made.capacity_ = capacity;
        made.len_ = len;
        return made;
    }

    T& at(usize index)
    {
        UNSAFE("callers pass an index below len_") { return data_[index]; }
    }

    void append(T value)
    {
        UNSAFE("callers have made room for one more") { ::new (static_cast<void*>(data_ + len_)) T(move(value)); }
        len_++;
    }

    void* slot(usize index)
    {
        UNSAFE("callers pass an index below capacity_") { return data_ + index; }
    }

    /// The element at `index`, moved out of its slot, which is vacant afterwards.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED T vacate(usize index)
    {
        T& element = span()[index];
        T taken = move(element);
        element.~T();
        return taken;
    }

    /// Moves `n` elements from one place in the memory to another one, where it is vacant but for those themselves.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED void shift(usize to, usize from, usize n)
    {
        if constexpr (TriviallyCopyable<T>) {
            UNSAFE("callers pass places within capacity_") { __builtin_memmove(slot(to), slot(from), n * sizeof(T)); }
        } else {
            for (usize i = 0; i < n; i++) {
                const usize step = to < from ? i : n - 1 - i;
                relocate(static_cast<T*>(slot(to + step)), static_cast<T*>(slot(from + step)), 1);
            }
        }
    }

    /// At least doubles the room, so that pushing n elements one by one moves each a bounded number of times.
    [[gnu::cold]] Result<void> grow(usize additional, bindings::gfp_t flags)
    {
        Option<usize> needed = checked_add(len_, additional);
        if (needed.is_none())
            return ENOMEM;
        const usize target = max(needed.value(), capacity_ * 2);
        Option<usize> bytes = checked_mul(target, sizeof(T));
        if (bytes.is_none())
            return ENOMEM;
        return move_to(target, bytes.value(), flags);
    }

    Result<void> move_to(usize capacity, usize bytes, bindings::gfp_t flags)
    {
        void* memory;
        if constexpr (TriviallyCopyable<T>) {
            memory = A::resize(data_, capacity_ * sizeof(T), bytes, flags);
            if (!memory)
                return ENOMEM;
        } else {
            memory = A::allocate(bytes, alignof(T), flags);
            if (!memory)
                return ENOMEM;
            relocate(static_cast<T*>(memory), data_, len_);
            A::free(data_);
        }
        data_ = static_cast<T*>(memory);
        capacity_ = capacity;
        return {};
    }

    /// Moves elements. Any context: it destroys only what was moved from, which owns nothing any more.
    KEEL_ANY_CONTEXT KEEL_CONTEXT_UNCHECKED static void relocate(T* to, T* from, usize n)
    {
        UNSAFE("both have room for n elements, and do not overlap")
        {
            for (usize i = 0; i < n; i++) {
                ::new (static_cast<void*>(to + i)) T(move(from[i]));
                from[i].~T();
            }
        }
    }

    T* data_;
    usize len_;
    usize capacity_;
};

template <class T> using VVec = Vec<T, Vmalloc>;
template <class T> using KVVec = Vec<T, KVmalloc>;

} // namespace keel
