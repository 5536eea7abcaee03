// SPDX-License-Identifier: GPL-2.0
// The operations around an open file as such: flush, release, and what /proc/PID/fdinfo shows.
// C header: include/linux/fs.h (struct file_operations)
#pragma once

#include <keel/alloc/box.hpp>
#include <keel/fs/hooks.hpp>
#include <keel/fs/seq_file.hpp>

namespace keel::fs {

KEEL_FS_HOOK(flush)
KEEL_FS_HOOK(release)
KEEL_FS_HOOK(show_fdinfo)

/// Whose the object of an open file is.
enum class Held {
    ByFile,  ///< A Box whose pointer is in private_data: the last close destroys it.
    ByOwner, ///< Something that outlives the file.
};

/// A family of operations of files whose object is an F: see Operations for what F may define.
template <class F, Held held> struct CloseOperations {
    using Flush = Result<void> (F::*)(const File&) const;
    using Release = void (F::*)(const File&) const;
    using ShowFdinfo = void (F::*)(SeqFile&, const File&) const;

    static constexpr Hook flush = hook_flush<F, Flush>();
    static constexpr Hook release = hook_release<F, Release>();
    static constexpr Hook show_fdinfo = hook_show_fdinfo<F, ShowFdinfo>();

    /// Whether a file can be used for something by these operations.
    static constexpr bool is_useful = false;

    static consteval void check()
    {
        static_assert(flush != Hook::Wrong, "flush must be: public: Result<void> flush(const fs::File&) const");
        static_assert(release != Hook::Wrong, "release must be: public: void release(const fs::File&) const");
        static_assert(show_fdinfo != Hook::Wrong,
                      "show_fdinfo must be: public: void show_fdinfo(fs::SeqFile&, const fs::File&) const");
    }

    static consteval void fill(bindings::file_operations& ops)
    {
        if constexpr (flush == Hook::Present)
            ops.flush = call_flush;
        if constexpr (release == Hook::Present || held == Held::ByFile)
            ops.release = call_release;
        if constexpr (show_fdinfo == Hook::Present)
            ops.show_fdinfo = call_show_fdinfo;
    }

private:
    static const F& object(bindings::file* file)
    {
        UNSAFE("this is called by way of the table of an open file") { return object_of<F>(file); }
    }

    static int call_flush(bindings::file* file, bindings::fl_owner_t)
    {
        return static_cast<int>(object(file).flush(File::from_raw(file)).to_errno());
    }

    static int call_release(bindings::inode*, bindings::file* file)
    {
        if constexpr (release == Hook::Present)
            object(file).release(File::from_raw(file));
        if constexpr (held == Held::ByFile)
            UNSAFE("open put a Box's pointer there, and release is called once")
            {
                F* object = static_cast<F*>(file->private_data);
                __builtin_assume(object != nullptr);
                Box<F> closed = Box<F>::from_raw(object);
            }
        return 0;
    }

    static void call_show_fdinfo(bindings::seq_file* seq, bindings::file* file)
    {
        UNSAFE("seq is the file that fdinfo is being read from")
        {
            SeqFile out(seq);
            object(file).show_fdinfo(out, File::from_raw(file));
        }
    }
};

} // namespace keel::fs
