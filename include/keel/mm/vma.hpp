// SPDX-License-Identifier: GPL-2.0
// Areas of a process's address space: what one mmap call made, or is making.
// C header: include/linux/mm.h
#pragma once

#include <keel/fs/file.hpp>
#include <keel/mm/io_region.hpp>
#include <keel/mm/shared_buffer.hpp>
#include <keel/mm/vm_operations.hpp>

namespace keel::mm {

/// An area under construction that is given pages: the argument of the mmap operation, and of nothing else. Only here
/// can be said what the area may be used for, and what is in it. It gets one content, which needs nothing of the driver
/// afterwards, so that the mapping can outlive the file and the module.
///
/// Whatever the content, the area cannot grow and is not merged with another one, so that no page of it was not asked
/// for; and a part of the content that is not there is refused before the driver or the page tables see it.
///
/// # Context
/// Process; may sleep. The address space is locked for writing: user memory must not be copied, nor pages pinned.
/// # Invariants
/// It is the area that the current mmap call makes: nobody else sees it yet. VM_DONTEXPAND is set when it has a
/// content.
class KEEL_NOT_SEND KEEL_NOT_SYNC VmaPages : public Vma {
public:
    /// For the library.
    ///
    /// # Safety
    /// `raw` is the area that the current mmap call makes, for as long as the result is used.
    KEEL_UNSAFE_FUNCTION KEEL_INLINE static VmaPages& from_raw(bindings::vm_area_struct* raw)
    {
        return *reinterpret_cast<VmaPages*>(raw);
    }
    /// For the library: what the mmap call gives back. Nobody has to be told when the mapping ends: the page tables own
    /// the pages.
    int finish(Result<void> result) { return static_cast<int>(result.to_errno()); }
    /// For the library: the same for files of sysfs, which ask these operations as long as the file is there.
    int finish_in_sysfs(Result<void> result)
    {
        if (result.ok())
            UNSAFE("under construction: invariant") { raw()->vm_ops = &operations; }
        return finish(result);
    }

    // What it may be used for.

    /// Keeps the process from writing, now and by mprotect later. (A private mapping can be written: to a copy.)
    ///
    /// # Errors
    /// EACCES: it asks for writing.
    Result<void> deny_write() { return deny(bindings::VM_WRITE, bindings::VM_MAYWRITE); }
    /// Keeps the process from executing what is there, now and by mprotect later.
    ///
    /// # Errors
    /// EACCES: it asks for executing.
    Result<void> deny_exec() { return deny(bindings::VM_EXEC, bindings::VM_MAYEXEC); }
    /// Demands a shared mapping: one whose writes are seen by all.
    ///
    /// # Errors
    /// EINVAL: it is private.
    Result<void> demand_shared()
    {
        if (!is_shared())
            return EINVAL;
        return {};
    }
    /// Children of the process do not get it by fork.
    void dont_copy() { set(bindings::VM_DONTCOPY); }
    /// It is not in core dumps.
    void dont_dump() { set(bindings::VM_DONTDUMP); }

    // What is in it.

    /// The pages of `buffer`, from the area's page offset on.
    ///
    /// # Errors
    /// EINVAL: the area goes beyond the buffer. EBUSY: it has a content. ENOMEM: no memory.
    KEEL_MAY_SLEEP Result<void> map(const SharedBuffer& buffer)
    {
        TRY(begin(buffer.len()));
        UNSAFE("pages for processes, as many as the area is long: checked; they are owned by the mapping, too")
        {
            return Result<void>::from_errno(bindings::remap_vmalloc_range(raw(), buffer.raw(), pgoff()));
        }
    }

    /// `pages`, from the area's page offset on.
    ///
    /// # Errors
    /// EINVAL: the area goes beyond the pages. EBUSY: it has a content. ENOMEM: no memory.
    KEEL_MAY_SLEEP Result<void> map(const SharedPages& pages)
    {
        TRY(begin(pages.len()));
        UNSAFE("the array has that many pages from there on: checked; they are owned by the mapping, too")
        {
            unsigned long count = len() / Page::size;
            return Result<void>::from_errno(bindings::vm_insert_pages(raw(), start(), pages.raw() + pgoff(), &count));
        }
    }

protected:
    VmaPages() = delete;

    Result<void> deny(unsigned long wanted, unsigned long possible)
    {
        if ((flags() & wanted) != 0)
            return EACCES;
        UNSAFE("under construction: invariant") { bindings::vm_flags_clear(raw(), possible); }
        return {};
    }

    void set(unsigned long flags)
    {
        UNSAFE("under construction: invariant") { bindings::vm_flags_set(raw(), flags); }
    }

    /// Checks that the area is inside an object of `size` bytes and has no content yet.
    Result<void> begin(usize size)
    {
        const usize pages = (size + Page::size - 1) / Page::size;
        if (pgoff() > pages || len() / Page::size > pages - pgoff())
            return EINVAL;
        if ((flags() & bindings::VM_DONTEXPAND) != 0)
            return EBUSY;
        set(bindings::VM_DONTEXPAND);
        return {};
    }

private:
    /// Pages that a process made read-only and wants to write again. sysfs has its files asked, and without an answer
    /// the kernel asks for ever, since the pages belong to no file.
    static bindings::vm_fault_t call_page_mkwrite(bindings::vm_fault* fault)
    {
        UNSAFE("the kernel holds the page of a fault; it unlocks the page") { bindings::lock_page(fault->page); }
        return static_cast<bindings::vm_fault_t>(bindings::VM_FAULT_LOCKED);
    }
    static consteval bindings::vm_operations_struct make_operations()
    {
        bindings::vm_operations_struct ops {};
        ops.page_mkwrite = &call_page_mkwrite;
        return ops;
    }
    static const bindings::vm_operations_struct operations;
};

inline constexpr bindings::vm_operations_struct VmaPages::operations = make_operations();

/// An area under construction, as an mmap of a device's file gets it: it can also be the memory of a device, or have an
/// object that answers faults in it.
class KEEL_NOT_SEND KEEL_NOT_SYNC VmaNew : public VmaPages {
public:
    /// For the library.
    ///
    /// # Safety
    /// As of VmaPages.
    KEEL_UNSAFE_FUNCTION KEEL_INLINE static VmaNew& from_raw(bindings::vm_area_struct* raw)
    {
        return *reinterpret_cast<VmaNew*>(raw);
    }
    /// For the library: what the mmap call gives back. If that is an error, the area gives up its content, because the
    /// kernel forgets whose it was.
    int finish(Result<void> result)
    {
        if (!result.ok()) [[unlikely]]
            give_up();
        return static_cast<int>(result.to_errno());
    }

    using VmaPages::map;

    /// The memory of a device, from the area's page offset on. The region is kept for as long as it is mapped.
    ///
    /// # Errors
    /// EINVAL: the area goes beyond the region, or is a private mapping. EBUSY: it has a content. ENOMEM: no memory.
    KEEL_MAY_SLEEP Result<void> map(Arc<IoRegion> region, Caching caching = Caching::Uncached)
    {
        TRY(demand_shared());
        TRY(begin(region->len()));
        prepare_io(caching);
        UNSAFE("the region has that many bytes, checked, and is kept by the area")
        {
            TRY(Result<void>::from_errno(bindings::vm_iomap_memory(raw(), region->start(), region->len())));
        }
        own<VmOperations<IoRegion>>(move(region));
        return {};
    }

    /// Nothing yet: `object` says what is there when a process looks (see VmOperations). It is kept for as long as
    /// an area has it: for the file that was mapped, its children's and moved ones, parts of it.
    ///
    /// # Errors
    /// EINVAL: the area goes beyond the object; or is a private mapping of a device's memory. EBUSY: it has a content.
    template <class T> Result<void> serve(KEEL_REQUIRES_SEND Arc<T> object)
    {
        if constexpr (VmOperations<T>::is_io) {
            TRY(demand_shared());
            TRY(begin(object->len()));
            prepare_io(object->caching());
        } else {
            TRY(begin(object->len()));
        }
        own<VmOperations<T>>(move(object));
        return {};
    }

private:
    VmaNew() = delete;

    void prepare_io(Caching caching)
    {
        set(bindings::VM_IO | bindings::VM_PFNMAP | bindings::VM_DONTDUMP);
        UNSAFE("under construction: invariant")
        {
            if (caching == Caching::WriteCombining)
                bindings::vma_write_combining(raw());
            else
                bindings::vma_uncached(raw());
        }
    }

    template <class Operations, class T> void own(Arc<T> object)
    {
        UNSAFE("under construction: invariant; close, or fail, gives the object back")
        {
            raw()->vm_ops = &Operations::table;
            raw()->vm_private_data = const_cast<T*>(object.into_raw());
        }
        Operations::opened(raw());
    }

    [[gnu::cold, gnu::noinline]] void give_up()
    {
        UNSAFE("the operations are those of own, or the kernel's that an area begins with, which have no close")
        {
            if (raw()->vm_ops->close)
                raw()->vm_ops->close(raw());
        }
    }
};

/// Ends what is mapped of bytes `from` to `from + len` of the file's node, in all processes: their next access is a
/// fault, or SIGBUS where nobody answers faults. Private copies go, too.
///
/// # Context
/// May sleep.
KEEL_MAY_SLEEP inline void unmap_mapping_range(const fs::File& file, loff_t from, loff_t len)
{
    UNSAFE("the mapping of an open file") { bindings::unmap_mapping_range(file.raw()->f_mapping, from, len, 1); }
}

} // namespace keel::mm
