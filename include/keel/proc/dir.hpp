// SPDX-License-Identifier: GPL-2.0
// Directories of /proc.
// C header: include/linux/proc_fs.h
#pragma once

#include <bindings/proc.hpp>
#include <keel/alloc/vec.hpp>
#include <keel/core/result.hpp>
#include <keel/core/str.hpp>
#include <keel/sync/arc.hpp>

namespace keel::proc {

namespace detail {

/// The path of `name` in the directory `parent` ("/proc"), with a NUL, if it is a name that /proc takes and has not.
///
/// C warns, with a trace in the log, of a name that is empty, too long, "." or "..", that has a '/', that is a number
/// at the top, where the processes are, or that is taken. Here it is asked first. What is taken is looked up as the
/// caller sees it: where /proc is not mounted at /proc, C has the last word.
///
/// # Errors
/// EINVAL, ENAMETOOLONG: no such name. EEXIST: it is taken. ENOMEM.
KEEL_MAY_SLEEP Result<Vec<char>> path_of_new(Str parent, CStr name);

/// A directory of ours. The one it is in stays for as long.
///
/// # Invariants
/// raw is what proc_mkdir_mode gave, and is removed once, by the destructor.
struct KEEL_SEND KEEL_SYNC Entry {
    Arc<Entry> parent;
    Vec<char> path;
    bindings::proc_dir_entry* raw;

    Entry(Arc<Entry> parent, Vec<char> path, bindings::proc_dir_entry* raw)
        : parent {move(parent)}, path {move(path)}, raw {raw}
    {}
    Entry(const Entry&) = delete;
    KEEL_MAY_SLEEP ~Entry()
    {
        UNSAFE("ours alone, and empty, since what is in it keeps it: invariant") { bindings::proc_remove(raw); }
    }
};

} // namespace detail

/// A directory of /proc, which lasts until this and all that is in it are gone. An empty one stands for the top.
class [[nodiscard]] Dir {
public:
    /// The top: /proc.
    Dir() {}

    /// The directory `name` in `parent`.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EEXIST: the name is taken. EINVAL: it is empty, "." or "..", has a '/', or is a number at the top.
    /// ENAMETOOLONG, ENOMEM.
    KEEL_MAY_SLEEP static Result<Dir> create(CStr name, const Dir& parent = Dir(), bindings::umode_t mode = 0555);

private:
    template <class T> friend class Entry;

    explicit Dir(Arc<detail::Entry> entry) : entry_ {move(entry)} {}

    bindings::proc_dir_entry* raw() const { return entry_.is_empty() ? nullptr : entry_->raw; }
    Str path() const KEEL_LIFETIME_BOUND
    {
        return entry_.is_empty() ? Str("/proc") : Str(entry_->path.span().first(entry_->path.len() - 1));
    }
    /// Keeps the directory for what is put into it.
    Arc<detail::Entry> hold() const { return entry_.is_empty() ? Arc<detail::Entry>() : entry_.clone(); }

    Arc<detail::Entry> entry_;
};

inline Result<Dir> Dir::create(CStr name, const Dir& parent, bindings::umode_t mode)
{
    Vec<char> path = TRY(detail::path_of_new(parent.path(), name));
    bindings::proc_dir_entry* raw;
    UNSAFE("the parent is there as long as its Dir, and the name is copied")
    {
        raw = bindings::proc_mkdir_mode(name.as_ptr(), mode & 0777, parent.raw());
    }
    if (!raw)
        return ENOMEM;
    auto entry = Arc<detail::Entry>::create(GFP_KERNEL, parent.hold(), move(path), raw);
    if (entry.ok())
        return Dir(entry.take());
    UNSAFE("nobody else knows it") { bindings::proc_remove(raw); }
    return entry.error();
}

} // namespace keel::proc
