// SPDX-License-Identifier: GPL-2.0
// Files that are on no file system: a driver makes them, and hands them out as descriptors.
// C header: include/linux/anon_inodes.h
#pragma once

#include <keel/fs/operations.hpp>
#include <keel/sync/aref.hpp>

namespace keel::fs {

/// What a file may be used for.
enum class Access : int {
    Read = bindings::O_RDONLY,
    Write = bindings::O_WRONLY,
    ReadWrite = bindings::O_RDWR,
};

/// The object of a file to be: any number of processes will use it at once, and any of them end it.
template <class F> class [[nodiscard]] KEEL_SEND_IF_SEND_SYNC FileObject {
public:
    FileObject(Box<F> object) : object_ {move(object)} {}
    Box<F> take() && { return move(object_); }

private:
    Box<F> object_;
};

/// Files whose operations are members of F, as for Operations, but made by the driver instead of by open. See
/// FdReservation for how a process gets one.
///
/// The module stays while there is one.
template <class F> class AnonInode {
public:
    AnonInode() = delete;

    /// A file with `object`, which is destroyed at the last close. /proc/PID/fd shows it as anon_inode:`name`.
    ///
    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// ENFILE: the machine has as many files as it may. ENOMEM: no memory. `object` is destroyed.
    KEEL_MAY_SLEEP static Result<ARef<File>> getfile(CStr name, KEEL_REQUIRES_SEND FileObject<F> object,
                                                     Access access = Access::ReadWrite)
    {
        F* raw = move(object).take().into_raw();
        UNSAFE("raw is the Box's that release makes again, or that the error does; the reference becomes the ARef's")
        {
            auto file =
                from_err_ptr(bindings::anon_inode_getfile(name.as_ptr(), &table, raw, static_cast<int>(access)));
            if (!file.ok()) {
                Box<F> dropped = Box<F>::from_raw(raw);
                return file.error();
            }
            return ARef<File>::adopt(File::from_raw(file.take()));
        }
    }

    /// The object of `file`, if it is one of these.
    KEEL_ANY_CONTEXT static Option<const F&> object_of(const File& file KEEL_LIFETIME_BOUND)
    {
        if (file.raw()->f_op != &table)
            return none;
        UNSAFE("a file with this table was made by getfile") { return fs::object_of<F>(file.raw()); }
    }

private:
    static constexpr bindings::file_operations table = AllFamilies<F, Held::ByFile>::make();
};

} // namespace keel::fs
