// SPDX-License-Identifier: GPL-2.0
// Memory that the kernel sees as one piece and processes may have mapped.
// C header: include/linux/vmalloc.h
#pragma once

#include <keel/mm/shared_page.hpp>

namespace keel::mm {

/// Whole pages with consecutive addresses in the kernel, zeroes at first, which processes may have mapped. Each mapping
/// owns its pages, too, so that they outlive this.
///
/// # Invariants
/// data_ is null (moved from) or len_ bytes, a multiple of the page size, of vmalloc_user.
class [[nodiscard]] KEEL_OWNER KEEL_SEND KEEL_SYNC SharedBuffer {
public:
    /// An empty SharedBuffer, which has no bytes.
    constexpr SharedBuffer() : data_ {nullptr}, len_ {0} {}
    SharedBuffer(SharedBuffer&& other) : data_ {other.data_}, len_ {other.len_}
    {
        other.data_ = nullptr;
        other.len_ = 0;
    }
    SharedBuffer& operator=(SharedBuffer other)
    {
        swap(data_, other.data_);
        swap(len_, other.len_);
        return *this;
    }
    KEEL_MAY_SLEEP ~SharedBuffer()
    {
        if (!data_)
            return;
        UNSAFE("of vmalloc_user, and ours: invariant") { bindings::vfree(data_); }
    }

    /// At least `len` bytes: whole pages.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINVAL: `len` is 0. ENOMEM: no memory.
    KEEL_MAY_SLEEP static Result<SharedBuffer> create(usize len)
    {
        if (len == 0)
            return EINVAL;
        if (len / Page::size >= bindings::totalram_pages()) // of which vmalloc would complain in the log
            return ENOMEM;
        const usize whole = (len + Page::size - 1) & ~(Page::size - 1);
        UNSAFE("whole pages; the destructor frees them")
        {
            auto* data = static_cast<u8*>(bindings::vmalloc_user(whole));
            if (!data) [[unlikely]]
                return ENOMEM;
            return SharedBuffer(data, whole);
        }
    }

    /// How many bytes there are, in whole pages.
    KEEL_AFTER_MOVE usize len() const { return len_; }

    KEEL_ANY_CONTEXT SharedBytes bytes() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("len_ bytes are there: invariant") { return SharedBytes::from_raw(data_, len_); }
    }

    /// An owner of the page at `index`: the answer to a fault there.
    ///
    /// # Errors
    /// EINVAL: there is none.
    KEEL_ANY_CONTEXT KEEL_INLINE Result<SharedPage> page(usize index) const
    {
        if (index >= len_ / Page::size) [[unlikely]]
            return EINVAL;
        UNSAFE("index is inside, checked above; the page is for processes to map: vmalloc_user")
        {
            return SharedPage::of(bindings::vmalloc_to_page(data_ + index * Page::size));
        }
    }

    /// For the library.
    void* raw() const { return data_; }

private:
    SharedBuffer(u8* data, usize len) : data_ {data}, len_ {len} {}

    u8* data_;
    usize len_;
};

} // namespace keel::mm
