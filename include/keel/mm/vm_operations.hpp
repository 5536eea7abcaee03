// SPDX-License-Identifier: GPL-2.0
// Who answers when a process looks at a page that is not there yet.
// C header: include/linux/mm.h (struct vm_operations_struct, struct vm_fault)
#pragma once

#include <keel/core/option.hpp>
#include <keel/fs/hooks.hpp>
#include <keel/mm/io_region.hpp>
#include <keel/mm/shared_page.hpp>
#include <keel/sync/arc.hpp>

namespace keel::mm {

template <class T> class VmOperations;

/// An area of an address space, as long as what it was got from holds it: a lock of the address space, or of the area.
class KEEL_NOT_SEND KEEL_NOT_SYNC Vma {
public:
    Vma() = delete;
    Vma(const Vma&) = delete;

    /// # Safety
    /// `raw` is an area whose address space, or itself, is locked for as long as the result is used.
    KEEL_UNSAFE_FUNCTION KEEL_INLINE static const Vma& from_raw(bindings::vm_area_struct* raw)
    {
        return *reinterpret_cast<const Vma*>(raw);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE bindings::vm_area_struct* raw() const
    {
        UNSAFE("a Vma is a bindings::vm_area_struct: from_raw")
        {
            return reinterpret_cast<bindings::vm_area_struct*>(const_cast<Vma*>(this));
        }
    }

    /// The first address.
    usize start() const { return raw()->vm_start; }
    /// The first address behind it.
    usize end() const { return raw()->vm_end; }
    /// How many bytes it is long: whole pages.
    usize len() const { return end() - start(); }
    /// Which page of the file its first one is.
    usize pgoff() const { return raw()->vm_pgoff; }

    bool is_readable() const { return (flags() & bindings::VM_READ) != 0; }
    bool is_writable() const { return (flags() & bindings::VM_WRITE) != 0; }
    bool is_executable() const { return (flags() & bindings::VM_EXEC) != 0; }
    /// Whether the process could make it writable.
    bool may_be_writable() const { return (flags() & bindings::VM_MAYWRITE) != 0; }
    /// Whether what is written is seen by all who mapped it: not a private mapping, whose writes go to copies.
    bool is_shared() const { return (flags() & bindings::VM_MAYSHARE) != 0; }

    /// Whether it is of a file of this module.
    bool is_mine() const
    {
        UNSAFE("locked, so the file of the area lives") { return raw()->vm_file && of_module(raw()->vm_file); }
    }

    /// The object that answers faults in it, if that is a T of this module.
    template <class T> Option<const T&> object() const
    {
        UNSAFE("the operations say what the private data is: VmOperations' invariant")
        {
            if (raw()->vm_ops != &VmOperations<T>::table)
                return none;
            return *static_cast<const T*>(raw()->vm_private_data);
        }
    }

    /// Ends what is mapped at addresses `from` to `from + len`: the next access is a fault again.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINVAL: they are not all in the area, or no whole pages. EPERM: it is not of this module.
    KEEL_MAY_SLEEP Result<void> zap(usize from, usize len) const
    {
        if (from < start() || from > end() || len > end() - from || (from | len) % Page::size != 0)
            return EINVAL;
        if (!is_mine())
            return EPERM;
        if (len != 0)
            UNSAFE("locked, and all in the area: checked") { bindings::zap_vma_range(raw(), from, len); }
        return {};
    }

protected:
    unsigned long flags() const
    {
        UNSAFE("locked: lifetime") { return bindings::vm_flags(raw()); }
    }

private:
    static bool of_module(bindings::file* file) { return file->f_op->owner == &bindings::__this_module; }

    [[maybe_unused]] char opaque_;
};

/// A fault: an access to a page that the process does not have, or not for writing.
class KEEL_NOT_SEND KEEL_NOT_SYNC VmFault {
public:
    VmFault() = delete;
    VmFault(const VmFault&) = delete;

    /// # Safety
    /// `raw` is the fault that is being answered, for as long as the result is used.
    KEEL_UNSAFE_FUNCTION KEEL_INLINE static const VmFault& from_raw(bindings::vm_fault* raw)
    {
        return *reinterpret_cast<const VmFault*>(raw);
    }
    KEEL_ANY_CONTEXT KEEL_INLINE bindings::vm_fault* raw() const
    {
        UNSAFE("a VmFault is a bindings::vm_fault: from_raw")
        {
            return reinterpret_cast<bindings::vm_fault*>(const_cast<VmFault*>(this));
        }
    }

    /// Which page of the object is wanted; below its length.
    usize page() const { return raw()->pgoff; }
    /// The address of that page in the process.
    usize address() const { return raw()->address; }
    /// Whether the access writes.
    bool is_write() const { return (raw()->flags & static_cast<unsigned>(bindings::FAULT_FLAG_WRITE)) != 0; }
    /// The area.
    const Vma& vma() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("the kernel holds it while the fault is answered") { return Vma::from_raw(raw()->vma); }
    }

private:
    [[maybe_unused]] char opaque_;
};

KEEL_FS_HOOK(len)
KEEL_FS_HOOK(fault)
KEEL_FS_HOOK(caching)
KEEL_FS_HOOK(page_mkwrite)
KEEL_FS_HOOK(vma_open)
KEEL_FS_HOOK(vma_close)

/// struct vm_operations_struct for areas whose pages a T provides: computed from its members.
///
/// | member | for what |
/// |---|---|
/// | `usize len() const` | how many bytes there are; a mapping past them is EINVAL, a fault past them SIGBUS |
/// | `Result<SharedPage> fault(const VmFault&) const` | the page that is wanted |
/// | `Result<IoPage> fault(const VmFault&) const` | instead: the page of a device's memory |
/// | `Caching caching() const` | with the latter: how it is kept |
/// | `Result<void> page_mkwrite(const VmFault&) const` | optional: before a page is written the first time |
/// | `void vma_open(const Vma&) const` | optional: an area has the object: by mmap, by fork, by splitting or moving one
/// | | `void vma_close(const Vma&) const` | optional: an area has it no longer |
///
/// The answer ENOMEM is out of memory; EAGAIN lets the process try again; any other error is SIGBUS.
///
/// # Context
/// All members are called in process context and may sleep, by any number of processes at once. The address space, or
/// the area, is locked: user memory must not be copied in them, nor pages pinned.
/// # Invariants
/// vm_private_data of an area with this table is a T in an Arc, of whose count the area has one.
template <class T> class VmOperations {
    template <class R> using OfFault = R (T::*)(const VmFault&) const;
    using OfVma = void (T::*)(const Vma&) const;
    using Hook = fs::Hook;

public:
    static constexpr Hook len = hook_len<T, usize (T::*)() const>();
    static constexpr Hook fault = hook_fault<T, OfFault<Result<SharedPage>>, OfFault<Result<IoPage>>>();
    static constexpr Hook caching = hook_caching<T, Caching (T::*)() const>();
    static constexpr Hook page_mkwrite = hook_page_mkwrite<T, OfFault<Result<void>>>();
    static constexpr Hook vma_open = hook_vma_open<T, OfVma>();
    static constexpr Hook vma_close = hook_vma_close<T, OfVma>();

    /// Whether what it gives are pages of a device.
    static constexpr bool is_io = SameAs<T, IoRegion> || hook_fault<T, OfFault<Result<IoPage>>>() == Hook::Present;

private:
    static consteval void check()
    {
        static_assert(len == Hook::Present, "who answers faults needs: public: usize len() const");
        static_assert(fault == Hook::Present || SameAs<T, IoRegion>,
                      "who answers faults needs: public: Result<mm::SharedPage> (or mm::IoPage) "
                      "fault(const mm::VmFault&) const");
        static_assert(!is_io || caching == Hook::Present || SameAs<T, IoRegion>,
                      "who gives an IoPage needs: public: mm::Caching caching() const");
        static_assert(page_mkwrite != Hook::Wrong,
                      "page_mkwrite must be: public: Result<void> page_mkwrite(const mm::VmFault&) const");
        static_assert(!is_io || page_mkwrite == Hook::Absent, "page_mkwrite is for pages of memory");
        static_assert(vma_open != Hook::Wrong, "vma_open must be: public: void vma_open(const mm::Vma&) const");
        static_assert(vma_close != Hook::Wrong, "vma_close must be: public: void vma_close(const mm::Vma&) const");
    }

    KEEL_INLINE static const T* object(bindings::vm_area_struct* vma)
    {
        UNSAFE("the area has a count of it: invariant") { return static_cast<const T*>(vma->vm_private_data); }
    }

    static void call_open(bindings::vm_area_struct* vma)
    {
        UNSAFE("the area that this one is a copy of has a count; the new one gets its own")
        {
            Arc<T> others = Arc<T>::from_raw(object(vma));
            Arc<T> ours = others.clone();
            others.into_raw();
            vma->vm_private_data = const_cast<T*>(ours.into_raw());
        }
        opened(vma);
    }

    static void call_close(bindings::vm_area_struct* vma)
    {
        UNSAFE("the count of the area, which ends")
        {
            Arc<T> kept = Arc<T>::from_raw(object(vma));
            if constexpr (vma_close == Hook::Present)
                kept->vma_close(Vma::from_raw(vma));
        }
    }

    [[gnu::cold, gnu::noinline]] static bindings::vm_fault_t refuse(isize error)
    {
        if (error == ENOMEM.to_errno())
            return static_cast<bindings::vm_fault_t>(bindings::VM_FAULT_OOM);
        if (error == EAGAIN.to_errno())
            return static_cast<bindings::vm_fault_t>(bindings::VM_FAULT_NOPAGE);
        return static_cast<bindings::vm_fault_t>(bindings::VM_FAULT_SIGBUS);
    }

    static bindings::vm_fault_t call_fault(bindings::vm_fault* raw)
    {
        bindings::vm_area_struct* vma;
        UNSAFE("the kernel holds the area of a fault") { vma = raw->vma; }
        const T& from = *object(vma);
        // An object that shrank: what was mapped is there no longer. (It was when it was mapped: no overflow.)
        if (raw->pgoff * Page::size >= from.len()) [[unlikely]]
            return refuse(EINVAL.to_errno());
        const VmFault& wanted = VmFault::from_raw(raw);
        if constexpr (is_io) {
            Result<IoPage> page = from.fault(wanted);
            if (!page.ok()) [[unlikely]]
                return refuse(page.to_errno());
            UNSAFE("a page of a region that the object keeps, in a shared area prepared for such: VmaNew")
            {
                return bindings::vmf_insert_pfn(vma, raw->address, page.value().frame());
            }
        } else {
            void* page = from.fault(wanted).into_err_ptr();
            isize bits;
            UNSAFE("only looked at as a number") { bits = reinterpret_cast<isize>(page); }
            if (bits <= 0 && bits >= -Error::max_errno) [[unlikely]] // an error, or an empty SharedPage
                return refuse(bits);
            raw->page = static_cast<bindings::page*>(page);
            return 0;
        }
    }

    static bindings::vm_fault_t call_page_mkwrite(bindings::vm_fault* raw)
    {
        UNSAFE("the kernel holds area and page of a fault; it unlocks the page")
        {
            Result<void> may = object(raw->vma)->page_mkwrite(VmFault::from_raw(raw));
            if (!may.ok())
                return refuse(may.to_errno());
            bindings::lock_page(raw->page);
            return static_cast<bindings::vm_fault_t>(bindings::VM_FAULT_LOCKED);
        }
    }

    static consteval bindings::vm_operations_struct make_table()
    {
        check();
        bindings::vm_operations_struct ops {};
        ops.open = call_open;
        ops.close = call_close;
        if constexpr (fault == Hook::Present)
            ops.fault = call_fault;
        if constexpr (page_mkwrite == Hook::Present)
            ops.page_mkwrite = call_page_mkwrite;
        if constexpr (is_io)
            ops.access = bindings::generic_access_phys;
        return ops;
    }

public:
    static constexpr bindings::vm_operations_struct table = make_table();

    /// For the library: tells the object that `vma` has it now.
    KEEL_INLINE static void opened(bindings::vm_area_struct* vma)
    {
        if constexpr (vma_open == Hook::Present)
            UNSAFE("the area was just given a count of it") { object(vma)->vma_open(Vma::from_raw(vma)); }
    }
};

} // namespace keel::mm
