// SPDX-License-Identifier: GPL-2.0
// The C table of file operations, computed from the members of a class.
// C header: include/linux/fs.h (struct file_operations)
#pragma once

#include <keel/alloc/box.hpp>
#include <keel/fs/hooks.hpp>

namespace keel::fs {

/// struct file_operations for files whose operations are members of F.
///
/// F may define, with exactly these signatures (see hooks.hpp); what it leaves out the kernel answers as it does for C:
///
/// | member | called for |
/// |---|---|
/// | `static F open(Init<F>&, const Owner&, const fs::File&)` | open: builds the object of this one file |
/// | `Result<usize> read(UserWriter&, loff_t&) const` | read, pread |
/// | `Result<usize> write(UserReader&, loff_t&) const` | write, pwrite |
/// | `Result<long> ioctl(u32, ioctl::Arg) const` | ioctl, also of 32-bit programs |
/// | `Result<loff_t> llseek(const fs::File&, loff_t, fs::Whence) const` | lseek |
/// | `fs::PollMask poll(const fs::File&, fs::PollTable&) const` | poll, select, epoll |
///
/// read, write and ioctl may take a `const fs::File&` first. With `open`, each open file has an F of its own, destroyed
/// when the last descriptor is closed; without it, F is the Owner that all files share. Calls come from any number of
/// processes at once: members are const, and what changes is behind a lock.
///
/// Publisher says how an opened file leads to the Owner: `static const Owner& owner(bindings::inode*,
/// bindings::file*)`.
///
/// # Invariants
/// From open to release, private_data of a file is the F that its operations are called on.
template <class F, class Publisher> class Operations {
    using Owner = typename Publisher::Owner;
    using S = Signatures<F, Owner>;

    using Has = Hooks<F, Owner>;

    static constexpr bool per_file = Has::open == Hook::Present;

    static const F& object(bindings::file* file)
    {
        UNSAFE("private_data is the F of this open file: invariant")
        {
            return *static_cast<const F*>(file->private_data);
        }
    }

    /// 0 or more on success, a negative errno otherwise: what C operations return.
    template <class T> KEEL_INLINE static long to_c(Result<T> result)
    {
        return result.ok() ? static_cast<long>(result.take()) : result.to_errno();
    }

    static int open(bindings::inode* inode, bindings::file* file)
    {
        const Owner& owner = Publisher::owner(inode, file);
        if constexpr (per_file) {
            auto opened = Box<F>::init(GFP_KERNEL,
                                       [&](Init<F>& init) -> F { return F::open(init, owner, File::from_raw(file)); });
            if (!opened.ok())
                return opened.error().to_errno();
            file->private_data = opened.take().into_raw();
        } else {
            UNSAFE("read back as const by object()") { file->private_data = const_cast<Owner*>(&owner); }
        }
        return 0;
    }

    static int release(bindings::inode*, bindings::file* file)
    {
        UNSAFE("open put a Box's pointer there, and release is called once")
        {
            F* object = static_cast<F*>(file->private_data);
            __builtin_assume(object != nullptr);
            Box<F> closed = Box<F>::from_raw(object);
        }
        return 0;
    }

    static long read(bindings::file* file, bindings::user_ptr<char> to, bindings::size_t len, bindings::loff_t* pos)
    {
        UserWriter out({to.raw}, len);
        if constexpr (SameAs<decltype(&F::read), typename S::ReadFile>)
            return to_c(object(file).read(File::from_raw(file), out, *pos));
        else
            return to_c(object(file).read(out, *pos));
    }

    static long write(bindings::file* file, bindings::user_ptr<const char> from, bindings::size_t len,
                      bindings::loff_t* pos)
    {
        UserReader in({from.raw}, len);
        if constexpr (SameAs<decltype(&F::write), typename S::WriteFile>)
            return to_c(object(file).write(File::from_raw(file), in, *pos));
        else
            return to_c(object(file).write(in, *pos));
    }

    static long ioctl(bindings::file* file, unsigned cmd, unsigned long arg)
    {
        if constexpr (SameAs<decltype(&F::ioctl), typename S::IoctlFile>)
            return to_c(object(file).ioctl(File::from_raw(file), cmd, ::keel::ioctl::Arg(arg)));
        else
            return to_c(object(file).ioctl(cmd, ::keel::ioctl::Arg(arg)));
    }

    static bindings::loff_t llseek(bindings::file* file, bindings::loff_t offset, int whence)
    {
        return to_c(object(file).llseek(File::from_raw(file), offset, static_cast<Whence>(whence)));
    }

    static bindings::__poll_t poll(bindings::file* file, bindings::poll_table* raw)
    {
        PollTable table(raw);
        return static_cast<bindings::__poll_t>(object(file).poll(File::from_raw(file), table));
    }

    static consteval bindings::file_operations make_table()
    {
        check_hooks<F, Owner>();
        bindings::file_operations ops {};
        ops.owner = &bindings::__this_module;
        ops.open = open;
        if constexpr (per_file)
            ops.release = release;
        if constexpr (Has::read == Hook::Present)
            ops.read = read;
        if constexpr (Has::write == Hook::Present)
            ops.write = write;
        if constexpr (Has::ioctl == Hook::Present) {
            ops.unlocked_ioctl = ioctl;
            ops.compat_ioctl = bindings::compat_ptr_ioctl;
        }
        if constexpr (Has::llseek == Hook::Present)
            ops.llseek = llseek;
        if constexpr (Has::poll == Hook::Present)
            ops.poll = poll;
        return ops;
    }

public:
    static constexpr bindings::file_operations table = make_table();
};

} // namespace keel::fs
