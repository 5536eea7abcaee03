// SPDX-License-Identifier: GPL-2.0
// The operation by which a process gets memory of a file: mmap.
// C header: include/linux/fs.h (struct file_operations)
#pragma once

#include <keel/fs/hooks.hpp>

namespace keel::mm {
class VmaNew;
class VmaPages;
} // namespace keel::mm

namespace keel::fs {

KEEL_FS_HOOK(mmap)

/// A family of operations of files whose object is an F: see Operations for what F may define.
template <class F> struct MmapOperations {
    using Mmap = Result<void> (F::*)(const File&, mm::VmaNew&) const;
    using MmapPages = Result<void> (F::*)(const File&, mm::VmaPages&) const;

    static constexpr Hook mmap = hook_mmap<F, Mmap, MmapPages>();

    /// Whether what is mapped needs nothing of the file's afterwards.
    static consteval bool maps_only_pages()
    {
        if constexpr (mmap == Hook::Present)
            return SameAs<decltype(&F::mmap), MmapPages>;
        return true;
    }

    /// Whether a file can be used for something by these operations alone.
    static constexpr bool is_useful = mmap != Hook::Absent;

    static consteval void check()
    {
        static_assert(mmap != Hook::Wrong,
                      "mmap must be: public: Result<void> mmap(const fs::File&, mm::VmaNew&, or mm::VmaPages&) const");
    }

    static consteval void fill(bindings::file_operations& ops)
    {
        if constexpr (mmap == Hook::Present && maps_only_pages())
            ops.mmap = call_mmap<mm::VmaPages>;
        else if constexpr (mmap == Hook::Present)
            ops.mmap = call_mmap<mm::VmaNew>;
    }

private:
    /// Who defines mmap includes keel/mm/vma.hpp; to all others New is a name.
    template <class New> static int call_mmap(bindings::file* file, bindings::vm_area_struct* area)
    {
        UNSAFE("this is called by way of the table of an open file, with the area that is being made")
        {
            New& vma = New::from_raw(area);
            return vma.finish(object_of<F>(file).mmap(File::from_raw(file), vma));
        }
    }
};

} // namespace keel::fs
