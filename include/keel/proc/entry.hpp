// SPDX-License-Identifier: GPL-2.0
// Files of /proc.
// C header: include/linux/proc_fs.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/fs/operations.hpp>
#include <keel/fs/seq_operations.hpp>
#include <keel/proc/dir.hpp>
#include <keel/task/credentials.hpp>

namespace keel::proc {

/// Who may use a file, and whose it is.
struct Options {
    /// Permissions; 0: 0444, 0644 or 0200, by what the file does.
    bindings::umode_t mode = 0;
    Uid uid = Uid::root();
    Gid gid = Gid::root();
};

namespace detail {

/// struct proc_ops from the file_operations of a Table: /proc has a table of its own with the same functions in it.
template <class Table> struct Operations {
    static consteval bindings::proc_ops make()
    {
        constexpr const bindings::file_operations& from = Table::table;
        static_assert(!from.write_iter && !from.fasync && !from.flush && !from.fsync && !from.show_fdinfo,
                      "/proc passes on read, read_iter, write, llseek, ioctl, mmap and release, and nothing else");
        static_assert(!from.poll, "who polls a file waits on a queue that is gone when the file is removed");
        bindings::proc_ops ops {};
        ops.proc_open = from.open;
        ops.proc_read = from.read;
        ops.proc_read_iter = from.read_iter;
        ops.proc_write = from.write;
        ops.proc_lseek = from.llseek;
        ops.proc_release = from.release;
        ops.proc_ioctl = from.unlocked_ioctl;
#if CONFIG_COMPAT
        ops.proc_compat_ioctl = from.compat_ioctl;
#endif
        if constexpr (from.mmap) {
            static_assert(Table::maps_only_pages, "a mapping stays when the file is removed, and the module may go: "
                                                  "mmap must take a mm::VmaPages&");
            ops.proc_mmap = from.mmap;
        }
        return ops;
    }

    static constexpr bindings::proc_ops table = make();
};

/// The permissions of a file that shows something, takes something, or both.
consteval bindings::umode_t default_mode(bool is_shown, bool is_written)
{
    return static_cast<bindings::umode_t>((is_shown ? 0444 : 0) | (is_written ? 0200 : 0));
}

} // namespace detail

/// A file of /proc that exists as long as this does: a part of the T that it shows.
///
///     proc::Entry<Nic> queues;
///     ...
///     .queues = proc::Entry<Nic>::show<&Nic::show_queues>(init, "nic_queues")
///
/// Its end removes the file, waits for operations that are under way and closes it for those who have it open; what
/// they try later is EIO. A file that is open does not keep the module from being unloaded.
///
/// An operation of a file must not destroy its Entry: it would wait for itself.
///
/// # Lifetime
/// Declare it after all members that the file shows: it is built last and withdrawn first.
/// # Invariants
/// raw_ is what proc_create_data gave, or null; it is removed once, by the destructor, before parent_ is given up.
template <class T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Entry {
public:
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

    /// A file that a function of T prints: `void show(fs::SeqFile&) const`, or for rows `void show(fs::SeqRows&)
    /// const`; it may return Result<void>. With a second function, `Result<void> write(UserReader&) const`, it takes
    /// text, too.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: EEXIST: the name is taken. EINVAL: it is empty, "." or "..", has a '/', or is a number at
    /// the top. ENAMETOOLONG, ENOMEM.
    template <auto show_function, auto write_function = nullptr>
    KEEL_MAY_SLEEP static Entry show(Init<T>& init, CStr name, Options options = {}, const Dir& parent = Dir())
    {
        constexpr bool is_written = !fs::detail::is_nothing<decltype(write_function)>;
        fs::check_seq_functions<T, show_function, write_function>();
        if (options.mode == 0)
            options.mode = detail::default_mode(true, is_written);
        return Entry(init, name, options, parent,
                     &detail::Operations<fs::SeqOperations<Publisher, show_function, write_function>>::table);
    }

    /// A file that only takes text, by `Result<void> write(UserReader&) const` of T.
    ///
    /// # Errors
    /// As show.
    template <auto write_function>
    KEEL_MAY_SLEEP static Entry write(Init<T>& init, CStr name, Options options = {}, const Dir& parent = Dir())
    {
        fs::check_seq_functions<T, nullptr, write_function>();
        if (options.mode == 0)
            options.mode = detail::default_mode(false, true);
        return Entry(init, name, options, parent,
                     &detail::Operations<fs::SeqOperations<Publisher, nullptr, write_function>>::table);
    }

    /// A file whose operations are members of F: see fs::Operations, with T as the Owner. It needs a mode.
    ///
    /// /proc passes on read, read_iter, write, llseek, ioctl, mmap (with a mm::VmaPages&) and release.
    ///
    /// # Errors
    /// As show.
    template <class F>
    KEEL_MAY_SLEEP static Entry file(Init<T>& init, CStr name, Options options, const Dir& parent = Dir())
    {
        return Entry(init, name, options, parent, &detail::Operations<fs::Operations<F, Publisher>>::table);
    }

    KEEL_MAY_SLEEP ~Entry()
    {
        UNSAFE("ours alone, and null is left alone: invariant") { bindings::proc_remove(raw_); }
    }

private:
    struct Publisher {
        using Owner = T;
        static const T& owner(bindings::inode* inode, bindings::file*)
        {
            UNSAFE("the file was made with a T, which lives until it is removed, and open is not called after that")
            {
                return *static_cast<const T*>(bindings::pde_data(inode));
            }
        }
    };

    Entry(Init<T>& init, CStr name, const Options& options, const Dir& parent, const bindings::proc_ops* table)
        : parent_ {parent.hold()}
    {
        if (init.failed())
            return;
        if (auto path = detail::path_of_new(parent.path(), name); !path.ok()) {
            init.fail(path.error());
            return;
        }
        UNSAFE(
            "the table, the parent and the T are there until the destructor has removed the file; the name is copied")
        {
            raw_ = bindings::proc_create_data(name.as_ptr(), options.mode & 0777, parent.raw(), table, init.self());
        }
        if (!raw_) {
            init.fail(ENOMEM);
            return;
        }
        UNSAFE("a file of ours, and numbers of users to the kernel")
        {
            bindings::proc_set_user(raw_, {options.uid.raw()}, {options.gid.raw()});
        }
    }

    Arc<detail::Entry> parent_;
    bindings::proc_dir_entry* raw_ = nullptr;
};

} // namespace keel::proc
