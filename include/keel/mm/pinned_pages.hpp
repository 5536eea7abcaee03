// SPDX-License-Identifier: GPL-2.0
// Memory of a process that stays where it is.
// C headers: include/linux/mm.h, Documentation/core-api/pin_user_pages.rst
#pragma once

#include <keel/mm/mm.hpp>

namespace keel::mm {

/// What pinned memory is used for.
enum class Access : u8 { Read, Write };

/// Pages of a process's memory that are not moved, swapped or given back for the lifetime of this, whatever the process
/// does. They count against its RLIMIT_MEMLOCK.
///
/// The process can change the bytes at any time: they are copied, and the copy is what is checked and used.
///
/// # Context
/// Process; its end may sleep, too.
/// # Invariants
/// All of pages_ are pinned, and counted in pinned_vm of mm_. The memory begins offset_ bytes into the first and has
/// len_ bytes.
class [[nodiscard]] KEEL_SEND KEEL_SYNC PinnedPages {
public:
    PinnedPages(PinnedPages&&) = default;
    PinnedPages& operator=(PinnedPages&&) = delete;
    KEEL_MAY_SLEEP ~PinnedPages()
    {
        if (pages_.is_empty())
            return;
        UNSAFE("pinned by us: invariant")
        {
            bindings::unpin_user_pages_dirty_lock(pages_.span().data(), pages_.len(), access_ == Access::Write);
        }
        uncount(*mm_, pages_.len());
    }

    /// Pins `len` bytes at `address` of the process that runs. For Access::Write the process must be able to write
    /// there, and the pages count as changed in the end.
    ///
    /// # Context
    /// Process, not under a lock of the address space: not in mmap or fault.
    /// # Errors
    /// EINVAL: `len` is 0 or reaches past the end of memory. EFAULT: the process does not have that memory, or not for
    /// that, or it is a device's. ENOMEM: no memory, or more than the limit RLIMIT_MEMLOCK. ESRCH: a thread of the
    /// kernel, which has no memory of this kind.
    KEEL_MAY_SLEEP static Result<PinnedPages> pin(usize address, usize len, Access access)
    {
        if (len == 0 || address + len < address)
            return EINVAL;
        const usize offset = address % Page::size;
        const usize count = (offset + len - 1) / Page::size + 1;
        if (count > max_count)
            return EINVAL;
        const CurrentTask me = current();
        Option<const MmUser&> user = mm_of(me);
        if (user.is_none())
            return ESRCH;
        KVVec<bindings::page*> pages;
        TRY(pages.resize(count, nullptr, GFP_KERNEL));
        const Mm& mm = user.value().mm();
        TRY(count_in(mm, count));
        long pinned;
        UNSAFE("room for count pages; whether the process has them is asked there")
        {
            const unsigned flags = bindings::FOLL_LONGTERM | (access == Access::Write ? bindings::FOLL_WRITE : 0);
            pinned =
                bindings::pin_user_pages_fast(address - offset, static_cast<int>(count), flags, pages.span().data());
        }
        if (pinned == static_cast<long>(count)) [[likely]]
            return PinnedPages(move(pages), ARef<Mm>(mm), offset, len, access);
        // A part of them is of no use.
        if (pinned > 0)
            UNSAFE("that many were pinned just now")
            {
                bindings::unpin_user_pages(pages.span().data(), static_cast<unsigned long>(pinned));
            }
        uncount(mm, count);
        return pinned < 0 ? Error::from_errno(static_cast<int>(pinned)) : EFAULT;
    }

    /// How many bytes there are.
    usize len() const { return len_; }
    Access access() const { return access_; }

    /// Copies what is at `offset` to `out`.
    ///
    /// # Errors
    /// EINVAL: there are fewer bytes; nothing was copied.
    Result<void> read(usize offset, Span<u8> out) const
    {
        if (!fits(offset, out.len()))
            return EINVAL;
        return each_part(offset, out.len(), [&](SharedBytes page, usize at, usize done, usize n) {
            return page.read(at, out.slice(done, n));
        });
    }

    /// Copies `bytes` to `offset`.
    ///
    /// # Errors
    /// EINVAL: they do not fit there. EACCES: it was not pinned to be written. Nothing was copied.
    Result<void> write(usize offset, Span<const u8> bytes) const
    {
        if (!fits(offset, bytes.len()))
            return EINVAL;
        if (access_ != Access::Write)
            return EACCES;
        return each_part(offset, bytes.len(), [&](SharedBytes page, usize at, usize done, usize n) {
            return page.write(at, bytes.slice(done, n));
        });
    }

private:
    /// What the C function can count.
    static constexpr usize max_count = 0x7fff'ffff;

    PinnedPages(KVVec<bindings::page*> pages, ARef<Mm> mm, usize offset, usize len, Access access)
        : pages_ {move(pages)}, mm_ {move(mm)}, offset_ {offset}, len_ {len}, access_ {access}
    {}

    bool fits(usize offset, usize n) const { return offset <= len_ && n <= len_ - offset; }

    /// Calls `copy` with each page that has a part of `len` bytes at `offset`, where in it that begins, how many bytes
    /// come before it, and how many it has.
    template <class Copy> Result<void> each_part(usize offset, usize len, Copy copy) const
    {
        Result<void> copied;
        for (usize done = 0; done < len && copied.ok();) {
            const usize from = offset_ + offset + done, at = from % Page::size, n = min(len - done, Page::size - at);
            UNSAFE("a pinned page, mapped for this one copy")
            {
                auto* page = static_cast<u8*>(bindings::kmap_local_page(pages_[from / Page::size]));
                copied = copy(SharedBytes::from_raw(page, Page::size), at, done, n);
                bindings::kunmap_local(page);
            }
            done += n;
        }
        return copied;
    }

    static Result<void> count_in(const Mm& mm, usize count)
    {
        const auto n = static_cast<bindings::s64>(count);
        UNSAFE("the counter of a live address space")
        {
            bindings::atomic64_t* counter = bindings::mm_pinned_vm(mm.raw());
            const auto total = static_cast<usize>(bindings::atomic64_fetch_add(n, counter) + n);
            if (total <= bindings::memlock_limit() || bindings::capable(bindings::CAP_IPC_LOCK)) [[likely]]
                return {};
        }
        uncount(mm, count);
        return ENOMEM;
    }
    static void uncount(const Mm& mm, usize count)
    {
        UNSAFE("the counter of a live address space, in which they are")
        {
            bindings::atomic64_sub(static_cast<bindings::s64>(count), bindings::mm_pinned_vm(mm.raw()));
        }
    }

    KVVec<bindings::page*> pages_;
    ARef<Mm> mm_;
    usize offset_;
    usize len_;
    Access access_;
};

} // namespace keel::mm
