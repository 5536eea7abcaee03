// SPDX-License-Identifier: GPL-2.0
// Whole pages of memory.
// C header: include/linux/gfp.h, include/linux/highmem.h
#pragma once

#include <bindings/alloc.hpp>
#include <keel/alloc/gfp.hpp>
#include <keel/alloc/numa.hpp>
#include <keel/core/result.hpp>
#include <keel/core/span.hpp>

namespace keel {

/// Owns one page, of zeroes at first.
///
/// Its bytes are reached through a mapping, which need not last: `map()` for a scope, `read` and `write` for a copy.
///
/// # Invariants
/// page_ is null (moved from) or a page of order 0 of which the only reference is ours.
class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC Page {
public:
    /// How many bytes a page has.
    static constexpr usize size = bindings::PAGE_SIZE;

    template <class Byte> class Mapping;

    /// An empty Page, which owns nothing.
    constexpr Page() : page_ {nullptr} {}
    Page(Page&& other) : page_ {other.page_} { other.page_ = nullptr; }
    Page& operator=(Page other)
    {
        swap(page_, other.page_);
        return *this;
    }
    ~Page()
    {
        if (!page_)
            return;
        UNSAFE("ours alone: invariant") { bindings::__free_pages(page_, 0); }
    }

    /// A page of zeroes.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<Page> create(Flags flags) { return create_on(NumaNode::any(), flags); }

    /// A page of zeroes, of the node's memory if it has some.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<Page> create_on(NumaNode node, Flags)
    {
        UNSAFE("the node is one that was online, or none")
        {
            bindings::page* made = bindings::alloc_pages_node(node.id(), Flags::bits | bindings::__GFP_ZERO, 0);
            if (!made) [[unlikely]]
                return ENOMEM;
            return Page(made);
        }
    }

    KEEL_AFTER_MOVE bool is_empty() const { return page_ == nullptr; }

    /// The bytes, as long as the mapping lives.
    KEEL_ANY_CONTEXT KEEL_STABLE Mapping<u8> map() KEEL_LIFETIME_BOUND { return Mapping<u8>(checked()); }
    KEEL_ANY_CONTEXT Mapping<const u8> map() const KEEL_LIFETIME_BOUND { return Mapping<const u8>(checked()); }

    /// Copies `bytes` to `offset`.
    ///
    /// # Errors
    /// EINVAL: they do not fit there; nothing was copied.
    KEEL_ANY_CONTEXT Result<void> write(usize offset, Span<const u8> bytes)
    {
        if (!fits(offset, bytes.len()))
            return EINVAL;
        auto mapping = map();
        Span<u8> to = mapping.bytes().slice(offset, bytes.len());
        UNSAFE("both have bytes.len() bytes, and the page is ours alone")
        {
            __builtin_memcpy(to.data(), bytes.data(), bytes.len());
        }
        return {};
    }

    /// Copies what is at `offset` to `out`.
    ///
    /// # Errors
    /// EINVAL: there are fewer bytes; nothing was copied.
    KEEL_ANY_CONTEXT Result<void> read(usize offset, Span<u8> out) const
    {
        if (!fits(offset, out.len()))
            return EINVAL;
        auto mapping = map();
        Span<const u8> from = mapping.bytes().slice(offset, out.len());
        UNSAFE("both have out.len() bytes, and the page is ours alone")
        {
            __builtin_memcpy(out.data(), from.data(), out.len());
        }
        return {};
    }

    /// Makes an address for the bytes of a page, for its lifetime. Mappings end in the reverse of their order.
    template <class Byte> class [[nodiscard]] KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Mapping {
    public:
        Mapping(const Mapping&) = delete;
        Mapping& operator=(const Mapping&) = delete;
        ~Mapping()
        {
            UNSAFE("mapped by the constructor") { bindings::kunmap_local(address_); }
        }

        KEEL_ANY_CONTEXT Span<Byte> bytes() const KEEL_LIFETIME_BOUND
        {
            UNSAFE("a page is mapped there: invariant") { return Span<Byte>::from_raw(address_, size); }
        }

    private:
        friend Page;
        explicit Mapping(bindings::page* page)
        {
            UNSAFE("a live page: the caller borrows it")
            {
                address_ = static_cast<u8*>(bindings::kmap_local_page(page));
            }
        }

        u8* address_;
    };

    /// For the library: the C object.
    bindings::page* raw() const { return page_; }
    /// For the library: gives the page up. Traps if empty.
    bindings::page* into_raw()
    {
        bindings::page* raw = checked();
        page_ = nullptr;
        return raw;
    }

    /// How Result<Page> keeps a Page or an errno in one register.
    void* into_niche()
    {
        void* raw = page_;
        page_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static Page from_niche(void* raw) { return Page(static_cast<bindings::page*>(raw)); }

private:
    explicit Page(bindings::page* page) : page_ {page} {}

    static bool fits(usize offset, usize n) { return offset <= size && n <= size - offset; }

    bindings::page* checked() const
    {
        if (!page_) [[unlikely]]
            trap("use of an empty Page");
        return page_;
    }

    bindings::page* page_;
};

} // namespace keel
