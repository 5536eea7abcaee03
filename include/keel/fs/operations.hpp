// SPDX-License-Identifier: GPL-2.0
// The C table of file operations, computed from the members of a class.
// C header: include/linux/fs.h (struct file_operations)
#pragma once

#include <keel/fs/close_operations.hpp>
#include <keel/fs/data_operations.hpp>
#include <keel/fs/event_operations.hpp>
#include <keel/fs/ioctl_operations.hpp>
#include <keel/fs/mmap_operations.hpp>

namespace keel::fs {

/// Families of operations, each with a check that F's members have the right signatures, the operations that it fills
/// in, and whether a file is of use with them.
template <class... Families> struct FamilyList {
    static constexpr bool is_useful = (Families::is_useful || ...);

    /// The table for files of which open is not asked, or fills in what is missing.
    static consteval bindings::file_operations make()
    {
        (Families::check(), ...);
        bindings::file_operations ops {};
        ops.owner = &bindings::__this_module;
        (Families::fill(ops), ...);
        return ops;
    }
};

/// Every family there is. What one fills in is named in cdev::MinorOperations, too.
template <class F, Held held>
using AllFamilies =
    FamilyList<CloseOperations<F, held>, DataOperations<F>, EventOperations<F>, IoctlOperations<F>, MmapOperations<F>>;

KEEL_FS_HOOK(open)

/// What F has of open, for files that lead to an Owner.
template <class F, class Owner> struct OpenOperations {
    using Open = F (*)(Init<F>&, const Owner&, const File&);

    static constexpr Hook open = hook_open<F, Open>();

    /// What opening adds to the file's mode.
    static constexpr unsigned mode = requires { requires F::answers_nowait; } ? bindings::FMODE_NOWAIT : 0;

    static consteval void check()
    {
        static_assert(open != Hook::Wrong,
                      "open must be: public: static F open(Init<F>&, const Owner&, const fs::File&)");
        static_assert(
            open != Hook::Absent || __is_same(F, Owner),
            "a class for each open file needs: public: static F open(Init<F>&, const Owner&, const fs::File&)");
    }
};

/// struct file_operations for files whose operations are members of F.
///
/// F may define, with exactly these signatures; what it leaves out the kernel answers as it does for C:
///
/// | member | called for |
/// |---|---|
/// | `static F open(Init<F>&, const Owner&, const fs::File&)` | open: builds the object of this one file |
/// | `Result<usize> read(UserWriter&, loff_t&) const` | read, pread |
/// | `Result<usize> write(UserReader&, loff_t&) const` | write, pwrite |
/// | `Result<usize> read_iter(fs::Kiocb&, IovDest&) const` | read, pread, readv, preadv2, io_uring, splice, sendfile |
/// | `Result<usize> write_iter(fs::Kiocb&, IovSource&) const` | write, pwrite, writev, pwritev2, io_uring, splice |
/// | `Result<loff_t> llseek(const fs::File&, loff_t, fs::Whence) const` | lseek |
/// | `Result<void> fsync(const fs::File&, loff_t start, loff_t end, bool is_data_only) const` | fsync, fdatasync |
/// | `Result<long> ioctl(u32, ioctl::Arg) const` | ioctl, also of 32-bit programs |
/// | `Result<long> compat_ioctl(u32, ioctl::Arg) const` | ioctl of 32-bit programs, where that differs |
/// | `fs::PollMask poll(const fs::File&, fs::PollTable<F>&) const` | poll, select, epoll |
/// | `Result<void> mmap(const fs::File&, mm::VmaNew&) const` | mmap; needs keel/mm/vma.hpp. Or with mm::VmaPages& |
/// | `fs::AsyncQueue fasync`, or `Arc<fs::AsyncQueue> fasync` | O_ASYNC: who gets SIGIO |
/// | `Result<void> flush(const fs::File&) const` | each close of a descriptor; the error is close's |
/// | `void release(const fs::File&) const` | the last close, before the object of this one file is destroyed |
/// | `void show_fdinfo(fs::SeqFile&, const fs::File&) const` | a look at /proc/PID/fdinfo |
///
/// read, write, ioctl and compat_ioctl may take a `const fs::File&` first. A direction has one form, read or
/// read_iter, write or write_iter. With `open`, each open file has an F of its own, destroyed when the last descriptor
/// is closed; without it, F is the Owner that all files share. Calls come from any number of processes at once: members
/// are const, and what changes is behind a lock.
///
/// `static constexpr bool answers_nowait = true` says that read_iter and write_iter never wait for a call that
/// `is_nowait()`: without it RWF_NOWAIT is EOPNOTSUPP.
///
/// Publisher says how an opened file leads to the Owner: `static const Owner& owner(bindings::inode*,
/// bindings::file*)`.
///
/// # Invariants
/// From open to release, private_data of a file is the F that its operations are called on.
template <class F, class Publisher> class Operations {
    using Owner = typename Publisher::Owner;

    static constexpr bool is_per_file = OpenOperations<F, Owner>::open == Hook::Present;
    using Families = AllFamilies<F, is_per_file ? Held::ByFile : Held::ByOwner>;

    static int open(bindings::inode* inode, bindings::file* file)
    {
        const Owner& owner = Publisher::owner(inode, file);
        file->f_mode |= OpenOperations<F, Owner>::mode;
        if constexpr (is_per_file) {
            auto opened = Box<F>::init(GFP_KERNEL,
                                       [&](Init<F>& init) -> F { return F::open(init, owner, File::from_raw(file)); });
            if (!opened.ok())
                return opened.error().to_errno();
            file->private_data = opened.take().into_raw();
        } else {
            UNSAFE("read back as const by object_of") { file->private_data = const_cast<Owner*>(&owner); }
        }
        return 0;
    }

    static consteval bindings::file_operations make_table()
    {
        OpenOperations<F, Owner>::check();
        static_assert(Families::is_useful,
                      "a file of which nothing can be read, written or asked: define read, write or ioctl");
        bindings::file_operations ops = Families::make();
        ops.open = open;
        return ops;
    }

public:
    static constexpr bindings::file_operations table = make_table();

    /// Whether a mapping of such a file needs nothing of it afterwards, and can outlive it.
    static constexpr bool maps_only_pages = MmapOperations<F>::maps_only_pages();
};

} // namespace keel::fs
