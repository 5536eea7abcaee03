// SPDX-License-Identifier: GPL-2.0
// Pages that lie one after the other in the machine's memory.
// C header: include/linux/gfp.h, include/linux/mm.h
#pragma once

#include <bindings/alloc.hpp>
#include <keel/alloc/gfp.hpp>
#include <keel/core/result.hpp>
#include <keel/core/span.hpp>

namespace keel {

/// Owns 2^order pages, consecutive in the machine's memory and aligned to their size, of zeroes at first.
///
/// # Invariants
/// folio_ is null (moved from) or a folio of which the only reference is ours; it is not in high memory, since no flags
/// ask for that.
class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC Folio {
public:
    /// The greatest order that there may be memory for.
#if KEEL_HAS_MACRO_MAX_PAGE_ORDER
    static constexpr u32 max_order = bindings::MAX_PAGE_ORDER;
#else
    static constexpr u32 max_order = bindings::MAX_ORDER - 1;
#endif

    /// An empty Folio, which owns nothing.
    constexpr Folio() : folio_ {nullptr} {}
    Folio(Folio&& other) : folio_ {other.folio_} { other.folio_ = nullptr; }
    Folio& operator=(Folio other)
    {
        swap(folio_, other.folio_);
        return *this;
    }
    KEEL_ANY_CONTEXT ~Folio()
    {
        if (!folio_)
            return;
        UNSAFE("one reference is ours: invariant") { bindings::folio_put(folio_); }
    }

    /// 2^`order` pages of zeroes.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EINVAL: `order` is above max_order. ENOMEM: no memory in one piece.
    template <GfpFlags Flags> static Result<Folio> create(u32 order, Flags)
    {
        if (order > max_order)
            return EINVAL;
        UNSAFE("an order that the allocator knows, checked above")
        {
            bindings::folio* made = bindings::folio_alloc(Flags::bits | bindings::__GFP_ZERO, order);
            if (!made) [[unlikely]]
                return ENOMEM;
            return Folio(made);
        }
    }

    KEEL_AFTER_MOVE bool is_empty() const { return folio_ == nullptr; }

    /// How many pages it has, as a power of two.
    KEEL_ANY_CONTEXT u32 order() const
    {
        UNSAFE("live: invariant") { return bindings::folio_order(checked()); }
    }
    /// How many bytes it has.
    KEEL_ANY_CONTEXT usize len() const { return usize {bindings::PAGE_SIZE} << order(); }

    KEEL_ANY_CONTEXT KEEL_STABLE Span<u8> bytes() KEEL_LIFETIME_BOUND
    {
        UNSAFE("ours alone, and not in high memory: invariant") { return Span<u8>::from_raw(address(), len()); }
    }
    KEEL_ANY_CONTEXT Span<const u8> bytes() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("ours alone, and not in high memory: invariant") { return Span<const u8>::from_raw(address(), len()); }
    }

    /// For the library: the C object.
    bindings::folio* raw() const { return folio_; }

    /// How Result<Folio> keeps a Folio or an errno in one register.
    void* into_niche()
    {
        void* raw = folio_;
        folio_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static Folio from_niche(void* raw) { return Folio(static_cast<bindings::folio*>(raw)); }

private:
    explicit Folio(bindings::folio* folio) : folio_ {folio} {}

    u8* address() const
    {
        UNSAFE("not in high memory: invariant") { return static_cast<u8*>(bindings::folio_address(checked())); }
    }

    bindings::folio* checked() const
    {
        if (!folio_) [[unlikely]]
            trap("use of an empty Folio");
        return folio_;
    }

    bindings::folio* folio_;
};

} // namespace keel
