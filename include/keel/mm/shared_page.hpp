// SPDX-License-Identifier: GPL-2.0
// Pages that processes may have mapped.
// C header: include/linux/mm.h, include/linux/highmem.h
#pragma once

#include <bindings/mm.hpp>
#include <keel/alloc/folio.hpp>
#include <keel/alloc/page.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/mm/shared.hpp>

namespace keel::mm {

/// One of the owners of a page that processes may have mapped, too: each mapping owns it as well, so that it outlives
/// this. Its bytes can change at any time.
///
/// # Context
/// All: any, where the allocation may be made.
/// # Invariants
/// page_ is null (moved from) or a page of which one reference is ours, and which no Page or Folio owns any more.
class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC SharedPage {
public:
    class Mapping;

    /// An empty SharedPage, which owns nothing.
    constexpr SharedPage() : page_ {nullptr} {}
    /// Gives up a page of one's own, for others to see. Traps if it is empty.
    KEEL_ANY_CONTEXT SharedPage(Page page) : page_ {page.into_raw()} {}
    SharedPage(SharedPage&& other) : page_ {other.page_} { other.page_ = nullptr; }
    SharedPage& operator=(SharedPage other)
    {
        swap(page_, other.page_);
        return *this;
    }
    KEEL_ANY_CONTEXT ~SharedPage()
    {
        if (!page_)
            return;
        UNSAFE("one reference is ours: invariant") { bindings::put_page(page_); }
    }

    /// A page of zeroes.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<SharedPage> create(Flags flags)
    {
        return SharedPage(TRY(Page::create(flags)));
    }

    KEEL_AFTER_MOVE bool is_empty() const { return page_ == nullptr; }

    /// Another owner of the same page.
    KEEL_ANY_CONTEXT SharedPage clone() const { return of(checked()); }

    /// The bytes, as long as the mapping lives.
    KEEL_ANY_CONTEXT Mapping map() const KEEL_LIFETIME_BOUND;

    /// For the library: another owner of a page that others own, too.
    ///
    /// # Safety
    /// `page` is live, and no Page or Folio owns it.
    KEEL_UNSAFE_FUNCTION KEEL_ANY_CONTEXT KEEL_INLINE static SharedPage of(bindings::page* page)
    {
        bindings::get_page(page);
        return SharedPage(page);
    }
    /// For the library: gives the reference up. Traps if empty.
    KEEL_ANY_CONTEXT KEEL_INLINE bindings::page* into_raw()
    {
        bindings::page* raw = checked();
        page_ = nullptr;
        return raw;
    }
    bindings::page* raw() const { return page_; }

    /// How Result<SharedPage> keeps one or an errno in one register.
    void* into_niche()
    {
        void* raw = page_;
        page_ = nullptr;
        return raw;
    }
    KEEL_UNSAFE_FUNCTION static SharedPage from_niche(void* raw)
    {
        return SharedPage(static_cast<bindings::page*>(raw));
    }

private:
    explicit SharedPage(bindings::page* page) : page_ {page} {}

    bindings::page* checked() const
    {
        if (!page_) [[unlikely]]
            trap("use of an empty SharedPage");
        return page_;
    }

    bindings::page* page_;
};

/// Makes an address for the bytes of a page, for its lifetime. Mappings end in the reverse of their order.
class [[nodiscard]] KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC SharedPage::Mapping {
public:
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    KEEL_ANY_CONTEXT ~Mapping()
    {
        UNSAFE("mapped by the constructor") { bindings::kunmap_local(address_); }
    }

    KEEL_ANY_CONTEXT SharedBytes bytes() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("a page is mapped there") { return SharedBytes::from_raw(address_, Page::size); }
    }

private:
    friend SharedPage;
    explicit Mapping(bindings::page* page)
    {
        UNSAFE("a live page: the caller borrows it") { address_ = static_cast<u8*>(bindings::kmap_local_page(page)); }
    }

    u8* address_;
};

inline SharedPage::Mapping SharedPage::map() const { return Mapping(checked()); }

/// Pages that processes may have mapped, one after the other.
class [[nodiscard]] KEEL_SEND KEEL_SYNC SharedPages {
public:
    /// No pages.
    SharedPages() = default;

    /// `count` pages of zeroes, from anywhere.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EINVAL: `count` is 0. ENOMEM: no memory.
    template <GfpFlags Flags> static Result<SharedPages> create(usize count, Flags flags)
    {
        if (count == 0)
            return EINVAL;
        KVVec<SharedPage> pages;
        TRY(pages.reserve(count, flags));
        for (usize i = 0; i < count; i++)
            TRY(pages.push_within_capacity(TRY(SharedPage::create(flags))));
        return SharedPages(move(pages));
    }

    /// The pages of a folio, for others to see: consecutive memory. Traps if it is empty.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<SharedPages> from_folio(Folio folio, Flags flags)
    {
        const usize count = folio.len() / Page::size;
        KVVec<SharedPage> pages;
        TRY(pages.reserve(count, flags));
        for (usize i = 0; i < count; i++) {
            UNSAFE("i is below the count; the folio ends here, and the references remain")
            {
                TRY(pages.push_within_capacity(SharedPage::of(bindings::folio_page(folio.raw(), i))));
            }
        }
        return SharedPages(move(pages));
    }

    usize page_count() const { return pages_.len(); }
    /// How many bytes they have.
    usize len() const { return pages_.len() * Page::size; }

    /// The page at `index`. Traps if there is none.
    KEEL_ANY_CONTEXT const SharedPage& operator[](usize index) const KEEL_LIFETIME_BOUND { return pages_[index]; }

    /// An owner of the page at `index`: the answer to a fault there.
    ///
    /// # Errors
    /// EINVAL: there is none.
    KEEL_ANY_CONTEXT KEEL_INLINE Result<SharedPage> page(usize index) const
    {
        if (index >= pages_.len()) [[unlikely]]
            return EINVAL;
        return pages_[index].clone();
    }

    /// For the library: the array of C pages.
    bindings::page** raw() const
    {
        static_assert(sizeof(SharedPage) == sizeof(bindings::page*));
        UNSAFE("a SharedPage is a pointer to its page; who gets the array only reads it")
        {
            return reinterpret_cast<bindings::page**>(const_cast<SharedPage*>(pages_.span().data()));
        }
    }

private:
    explicit SharedPages(KVVec<SharedPage> pages) : pages_ {move(pages)} {}

    KVVec<SharedPage> pages_;
};

} // namespace keel::mm
