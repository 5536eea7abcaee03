// SPDX-License-Identifier: GPL-2.0
// Directories of debugfs.
// C header: include/linux/debugfs.h
#pragma once

#include <bindings/debugfs.hpp>
#include <keel/core/result.hpp>
#include <keel/core/str.hpp>
#include <keel/sync/arc.hpp>

namespace keel::debugfs {

namespace detail {

/// A directory of ours. The one it is in stays for as long, so that removing that one never takes this one along.
///
/// # Invariants
/// raw is what debugfs_create_dir gave, and is removed once, by the destructor.
struct KEEL_SEND KEEL_SYNC Entry {
    Arc<Entry> parent;
    bindings::dentry* raw;

    Entry(Arc<Entry> parent, bindings::dentry* raw) : parent {move(parent)}, raw {raw} {}
    Entry(const Entry&) = delete;
    KEEL_MAY_SLEEP ~Entry()
    {
        UNSAFE("ours alone; what is no directory is an encoded errno, which is left alone: invariant")
        {
            bindings::debugfs_remove(raw);
        }
    }
};

} // namespace detail

/// A directory of debugfs, which lasts until this and all that is in it are gone. An empty one stands for the top.
///
/// debugfs is for people: whether it works is none of the driver's concern. A directory that could not be made (the
/// name is taken, debugfs is off, no memory) takes everything that is put into it, and shows nothing. Who wants to know
/// asks `result()`.
///
/// It holds directories and Registrations, whose files show what they are a part of; a Dir by itself shows nothing.
class [[nodiscard]] Dir {
public:
    /// The top: /sys/kernel/debug.
    Dir() : error_ {0} {}

    /// The directory `name` in `parent`.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Said by result(): EEXIST if the name is taken, EACCES if it has a '/' or is none, ENAMETOOLONG, ENOMEM; ENODEV,
    /// EPERM or ENOENT where there is no debugfs; that of the parent.
    KEEL_MAY_SLEEP static Dir create(CStr name, const Dir& parent = Dir());

    /// Whether the directory is there; if not, why.
    Result<void> result() const { return Result<void>::from_errno(error_); }

private:
    template <class T> friend class Registration;

    explicit Dir(Error error) : error_ {error.to_errno()} {}
    explicit Dir(Arc<detail::Entry> entry) : entry_ {move(entry)}, error_ {0} {}

    /// What C calls the parent: null for the top, an encoded errno for what is not there.
    bindings::dentry* raw() const
    {
        UNSAFE("the C functions tell an encoded errno from a pointer")
        {
            if (error_ != 0)
                return reinterpret_cast<bindings::dentry*>(static_cast<isize>(error_));
        }
        return entry_.is_empty() ? nullptr : entry_->raw;
    }

    /// Keeps the directory for what is put into it.
    Arc<detail::Entry> hold() const { return entry_.is_empty() ? Arc<detail::Entry>() : entry_.clone(); }

    Arc<detail::Entry> entry_;
    int error_;
};

inline Dir Dir::create(CStr name, const Dir& parent)
{
    bindings::dentry* raw;
    UNSAFE("the parent is there as long as its Dir, and the name is copied")
    {
        raw = bindings::debugfs_create_dir(name.as_ptr(), parent.raw());
    }
    if (auto made = from_err_ptr(raw); !made.ok())
        return Dir(made.error());
    auto entry = Arc<detail::Entry>::create(GFP_KERNEL, parent.hold(), raw);
    if (entry.ok())
        return Dir(entry.take());
    UNSAFE("nobody else knows it") { bindings::debugfs_remove(raw); }
    return Dir(entry.error());
}

} // namespace keel::debugfs
