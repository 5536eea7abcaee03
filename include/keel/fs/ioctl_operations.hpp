// SPDX-License-Identifier: GPL-2.0
// The operations that answer commands.
// C header: include/linux/fs.h (struct file_operations)
#pragma once

#include <keel/fs/hooks.hpp>
#include <keel/fs/ioctl_table.hpp>

namespace keel::fs {

KEEL_FS_HOOK(ioctl)
KEEL_FS_HOOK(compat_ioctl)
KEEL_FS_HOOK(Ioctls)

template <class F>
concept HasIoctls = requires { requires ::keel::ioctl::IsTable<typename F::Ioctls>; };

/// A family of operations of files whose object is an F: see Operations for what F may define.
template <class F> struct IoctlOperations {
    using Ioctl = Result<long> (F::*)(u32, ::keel::ioctl::Arg) const;
    using IoctlFile = Result<long> (F::*)(const File&, u32, ::keel::ioctl::Arg) const;

    static constexpr Hook ioctl = hook_ioctl<F, Ioctl, IoctlFile>();
    static constexpr Hook compat_ioctl = hook_compat_ioctl<F, Ioctl, IoctlFile>();

    /// Whether F has a table of commands: using Ioctls = ioctl::Table<...>.
    static constexpr bool has_table = hook_Ioctls<F>() != Hook::Absent;

    /// Whether a file can be used for something by these operations.
    static constexpr bool is_useful = ioctl != Hook::Absent || has_table;

    static consteval void check()
    {
        static_assert(ioctl != Hook::Wrong,
                      "ioctl must be: public: Result<long> ioctl([const fs::File&,] u32 cmd, ioctl::Arg) const");
        static_assert(compat_ioctl != Hook::Wrong,
                      "compat_ioctl must be: public: Result<long> compat_ioctl([const fs::File&,] u32 cmd, ioctl::Arg) "
                      "const");
        static_assert(!has_table || HasIoctls<F>, "Ioctls must be: public: using Ioctls = ioctl::Table<...>");
        static_assert(!has_table || (ioctl == Hook::Absent && compat_ioctl == Hook::Absent),
                      "a file has a table of Ioctls or an ioctl function, not both");
        if constexpr (HasIoctls<F>)
            F::Ioctls::check();
    }

    static consteval void fill(bindings::file_operations& ops)
    {
        if constexpr (ioctl == Hook::Present) {
            ops.unlocked_ioctl = call_ioctl;
            ops.compat_ioctl = bindings::compat_ptr_ioctl;
        }
        if constexpr (HasIoctls<F>) {
            ops.unlocked_ioctl = call_table<false>;
            ops.compat_ioctl = bindings::compat_ptr_ioctl;
            if constexpr (F::Ioctls::has_twin)
                ops.compat_ioctl = call_table<true>;
        }
        if constexpr (compat_ioctl == Hook::Present)
            ops.compat_ioctl = call_compat_ioctl;
    }

private:
    static const F& object(bindings::file* file)
    {
        UNSAFE("this is called by way of the table of an open file") { return object_of<F>(file); }
    }

    static long call_ioctl(bindings::file* file, unsigned cmd, unsigned long arg)
    {
        if constexpr (SameAs<decltype(&F::ioctl), IoctlFile>)
            return to_c(object(file).ioctl(File::from_raw(file), cmd, ::keel::ioctl::Arg(arg)));
        else
            return to_c(object(file).ioctl(cmd, ::keel::ioctl::Arg(arg)));
    }

    template <bool compat> static long call_table(bindings::file* file, unsigned cmd, unsigned long arg)
    {
        ::keel::ioctl::Arg all(compat ? static_cast<u32>(arg) : arg);
        return to_c(F::Ioctls::template dispatch<compat>(object(file), File::from_raw(file), cmd, move(all)));
    }

    static long call_compat_ioctl(bindings::file* file, unsigned cmd, unsigned long arg)
    {
        ::keel::ioctl::Arg narrow(static_cast<u32>(arg)); // what compat_ptr does
        if constexpr (SameAs<decltype(&F::compat_ioctl), IoctlFile>)
            return to_c(object(file).compat_ioctl(File::from_raw(file), cmd, move(narrow)));
        else
            return to_c(object(file).compat_ioctl(cmd, move(narrow)));
    }
};

} // namespace keel::fs
