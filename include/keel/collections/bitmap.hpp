// SPDX-License-Identifier: GPL-2.0
// Rows of bits.
// C header: include/linux/bitmap.h, include/linux/find.h
#pragma once

#include <bindings/collections.hpp>
#include <keel/alloc/vec.hpp>

namespace keel {

/// The indices of the bits that are set, in their order; for a range-for.
class KEEL_VIEW KEEL_SEND KEEL_SYNC SetBits {
public:
    /// # Safety
    /// `words` holds `len` bits.
    KEEL_UNSAFE_FUNCTION SetBits(const unsigned long* words KEEL_LIFETIME_BOUND, usize len) : words_ {words}, len_ {len}
    {}

    class KEEL_VIEW Iterator {
    public:
        usize operator*() const { return at_; }
        Iterator& operator++()
        {
            at_ = next(at_ + 1);
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        friend SetBits;
        Iterator(const SetBits& bits, usize at) : words_ {bits.words_}, len_ {bits.len_}, at_ {next(at)} {}

        KEEL_INLINE usize next(usize from) const
        {
            UNSAFE("words_ holds len_ bits: what it was made from")
            {
                return bindings::find_next_bit(words_, len_, from);
            }
        }

        const unsigned long* words_;
        usize len_;
        usize at_;
    };

    Iterator begin() const KEEL_LIFETIME_BOUND { return {*this, 0}; }
    Iterator end() const KEEL_LIFETIME_BOUND { return {*this, len_}; }

private:
    const unsigned long* words_;
    usize len_;
};

namespace detail {

/// What both kinds of bitmap can do. An index that is not below the length traps.
///
/// # Context
/// Any. Operations are not atomic: a bitmap that is shared is behind a lock.
template <class Self> class Bits {
public:
    /// Whether the bit at `index` is set.
    KEEL_ANY_CONTEXT KEEL_INLINE bool test(usize index) const
    {
        UNSAFE("the index is checked") { return words()[word(index)] >> (index % word_bits) & 1; }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void set(usize index)
    {
        UNSAFE("the index is checked") { words()[word(index)] |= 1ul << (index % word_bits); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void clear(usize index)
    {
        UNSAFE("the index is checked") { words()[word(index)] &= ~(1ul << (index % word_bits)); }
    }
    KEEL_ANY_CONTEXT KEEL_INLINE void assign(usize index, bool value) { value ? set(index) : clear(index); }

    /// Sets `n` bits from `from` on. Traps if they are not all there.
    KEEL_ANY_CONTEXT void set_range(usize from, usize n)
    {
        check_range(from, n);
        UNSAFE("the range is checked") { bindings::bitmap_set(words(), static_cast<u32>(from), static_cast<u32>(n)); }
    }
    /// Clears `n` bits from `from` on. Traps if they are not all there.
    KEEL_ANY_CONTEXT void clear_range(usize from, usize n)
    {
        check_range(from, n);
        UNSAFE("the range is checked") { bindings::bitmap_clear(words(), static_cast<u32>(from), static_cast<u32>(n)); }
    }

    /// The index of the first bit from `from` on that is set, if any.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<usize> next_set(usize from) const
    {
        UNSAFE("the words hold len() bits: invariant") { return found(bindings::find_next_bit(words(), len(), from)); }
    }
    /// The index of the first bit from `from` on that is clear, if any.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<usize> next_clear(usize from) const
    {
        UNSAFE("the words hold len() bits: invariant")
        {
            return found(bindings::find_next_zero_bit(words(), len(), from));
        }
    }

    /// Sets the first bit that is clear and gives its index; none if all are set.
    KEEL_ANY_CONTEXT KEEL_INLINE Option<usize> take_clear()
    {
        const Option<usize> free = next_clear(0);
        if (free.is_some())
            set(free.value());
        return free;
    }

    /// How many bits are set.
    KEEL_ANY_CONTEXT KEEL_INLINE usize count() const
    {
        UNSAFE("the words hold len() bits: invariant")
        {
            return static_cast<usize>(bindings::bitmap_weight(words(), static_cast<u32>(len())));
        }
    }
    /// Whether no bit is set.
    KEEL_ANY_CONTEXT bool is_empty() const { return next_set(0).is_none(); }

    /// The indices of the bits that are set.
    KEEL_ANY_CONTEXT SetBits set_bits() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("the words hold len() bits: invariant") { return SetBits(words(), len()); }
    }

protected:
    static constexpr usize word_bits = 8 * sizeof(unsigned long);
    /// As many bits as the kernel's functions can count.
    static constexpr usize max_len = 0x7fff'ffff;
    static constexpr usize words_for(usize bits) { return (bits + word_bits - 1) / word_bits; }

private:
    KEEL_INLINE unsigned long* words() { return static_cast<Self*>(this)->raw(); }
    KEEL_INLINE const unsigned long* words() const { return static_cast<const Self*>(this)->raw(); }
    KEEL_INLINE usize len() const { return static_cast<const Self*>(this)->len(); }

    KEEL_INLINE usize word(usize index) const
    {
        if (index >= len()) [[unlikely]]
            trap("bit out of bounds");
        return index / word_bits;
    }
    void check_range(usize from, usize n) const
    {
        if (from > len() || n > len() - from) [[unlikely]]
            trap("range of bits out of bounds");
    }
    KEEL_INLINE Option<usize> found(usize index) const
    {
        return index < len() ? Option<usize>(index) : Option<usize>();
    }
};

} // namespace detail

/// N bits in place, all clear at first.
template <usize N> class Bitmap : public detail::Bits<Bitmap<N>> {
    static_assert(N >= 1 && N <= detail::Bits<Bitmap>::max_len);

public:
    static constexpr usize len() { return N; }

private:
    friend detail::Bits<Bitmap>;
    KEEL_INLINE unsigned long* raw() { return words_; }
    KEEL_INLINE const unsigned long* raw() const { return words_; }

    unsigned long words_[detail::Bits<Bitmap>::words_for(N)] = {};
};

/// Bits in memory of their own, as many as are asked for; move-only.
///
/// # Invariants
/// words_ holds len_ bits; those behind them in the last word are clear.
class [[nodiscard]] BitVec : public detail::Bits<BitVec> {
public:
    /// No bits; allocates nothing.
    BitVec() = default;
    BitVec(BitVec&& other) : words_ {move(other.words_)}, len_ {other.len_} { other.len_ = 0; }
    BitVec& operator=(BitVec other)
    {
        swap(words_, other.words_);
        swap(len_, other.len_);
        return *this;
    }

    /// `len` bits, all clear.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory. EINVAL: more than 2^31 - 1 bits.
    template <GfpFlags Flags> static Result<BitVec> create(usize len, Flags flags)
    {
        BitVec made;
        TRY(made.resize(len, flags));
        return made;
    }

    KEEL_AFTER_MOVE usize len() const { return len_; }

    /// Makes it `len` bits: new ones are clear.
    ///
    /// # Errors
    /// ENOMEM: no memory. EINVAL: more than 2^31 - 1 bits. It is then as it was.
    template <GfpFlags Flags> Result<void> resize(usize len, Flags flags)
    {
        if (len > max_len)
            return EINVAL;
        TRY(words_.resize(words_for(len), 0ul, flags));
        if (len < len_ && len % word_bits != 0)
            words_[len / word_bits] &= (1ul << (len % word_bits)) - 1;
        len_ = len;
        return {};
    }

private:
    friend detail::Bits<BitVec>;
    KEEL_INLINE unsigned long* raw() { return words_.span().data(); }
    KEEL_INLINE const unsigned long* raw() const { return words_.span().data(); }

    Vec<unsigned long> words_;
    usize len_ = 0;
};

} // namespace keel
