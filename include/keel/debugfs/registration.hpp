// SPDX-License-Identifier: GPL-2.0
// A directory of debugfs whose files show the object that it is a part of.
// C header: include/linux/debugfs.h
#pragma once

#include <keel/core/init.hpp>
#include <keel/debugfs/contents.hpp>
#include <keel/debugfs/dir.hpp>

namespace keel::debugfs {

/// A directory with files that exists as long as this does: a part of the T that the files show.
///
///     Atomic<u32> limit {64};
///     debugfs::Registration<Nic> debug;
///     ...
///     .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
///         files.setting<&Nic::limit>("limit");
///     })
///
/// Its end removes the directory with all that is in it, and waits for operations that are under way; files that are
/// still open give EIO from then on. So the T need not live as long as the module: each of many objects can have a
/// directory, which comes and goes with it. Unloading the module is refused while a file is open.
///
/// An operation of a file must not destroy the directory that the file is in: it would wait for itself.
///
/// debugfs is for people: that it does not work is no failure of the T, which is then not shown.
///
/// # Lifetime
/// Declare it after all members that the files show: it is built last and withdrawn first.
/// # Invariants
/// raw_ is what debugfs_create_dir gave, or null; it is removed once, by the destructor, before parent_ is given up.
template <class T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Registration {
public:
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;

    /// Makes the directory `name` in `parent`, with the files that `fill(Contents<T>&)` adds; people can use each of
    /// them as soon as it is there.
    ///
    /// # Context
    /// May sleep.
    template <class Fill>
    KEEL_MAY_SLEEP static Registration start(Init<T>& init, CStr name, Fill fill, const Dir& parent = Dir())
    {
        return Registration(init, name, fill, parent);
    }

    KEEL_MAY_SLEEP ~Registration()
    {
        UNSAFE("ours alone; null and an encoded errno are left alone: invariant") { bindings::debugfs_remove(raw_); }
    }

    /// Whether the directory is there; if not, why. See Dir.
    Result<void> result() const
    {
        TRY(from_err_ptr(raw_));
        return {};
    }

private:
    template <class Fill>
    Registration(Init<T>& init, CStr name, Fill& fill, const Dir& parent) : parent_ {parent.hold()}, raw_ {nullptr}
    {
        if (init.failed())
            return;
        UNSAFE("the parent is there as long as parent_, and the name is copied")
        {
            raw_ = bindings::debugfs_create_dir(name.as_ptr(), parent.raw());
        }
        Contents<T> contents(init.self(), raw_);
        fill(contents);
    }

    Arc<detail::Entry> parent_;
    bindings::dentry* raw_;
};

} // namespace keel::debugfs
