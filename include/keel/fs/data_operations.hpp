// SPDX-License-Identifier: GPL-2.0
// The operations that move bytes: read, write and their vectored forms, llseek, fsync, splice.
// C header: include/linux/fs.h (struct file_operations)
#pragma once

#include <keel/fs/hooks.hpp>
#include <keel/fs/kiocb.hpp>
#include <keel/uaccess/iov_iter.hpp>

namespace keel::fs {

KEEL_FS_HOOK(read)
KEEL_FS_HOOK(write)
KEEL_FS_HOOK(read_iter)
KEEL_FS_HOOK(write_iter)
KEEL_FS_HOOK(llseek)
KEEL_FS_HOOK(fsync)

/// A family of operations of files whose object is an F: see Operations for what F may define.
template <class F> struct DataOperations {
    using Read = Result<usize> (F::*)(UserWriter&, loff_t&) const;
    using ReadFile = Result<usize> (F::*)(const File&, UserWriter&, loff_t&) const;
    using Write = Result<usize> (F::*)(UserReader&, loff_t&) const;
    using WriteFile = Result<usize> (F::*)(const File&, UserReader&, loff_t&) const;
    using ReadIter = Result<usize> (F::*)(Kiocb&, IovDest&) const;
    using WriteIter = Result<usize> (F::*)(Kiocb&, IovSource&) const;
    using Llseek = Result<loff_t> (F::*)(const File&, loff_t, Whence) const;
    using Fsync = Result<void> (F::*)(const File&, loff_t, loff_t, bool) const;

    static constexpr Hook read = hook_read<F, Read, ReadFile>();
    static constexpr Hook write = hook_write<F, Write, WriteFile>();
    static constexpr Hook read_iter = hook_read_iter<F, ReadIter>();
    static constexpr Hook write_iter = hook_write_iter<F, WriteIter>();
    static constexpr Hook llseek = hook_llseek<F, Llseek>();
    static constexpr Hook fsync = hook_fsync<F, Fsync>();

    /// Whether a file can be used for something by these operations.
    static constexpr bool is_useful =
        read != Hook::Absent || write != Hook::Absent || read_iter != Hook::Absent || write_iter != Hook::Absent;

    static consteval void check()
    {
        static_assert(read != Hook::Wrong,
                      "read must be: public: Result<usize> read([const fs::File&,] UserWriter&, loff_t&) const");
        static_assert(write != Hook::Wrong,
                      "write must be: public: Result<usize> write([const fs::File&,] UserReader&, loff_t&) const");
        static_assert(read_iter != Hook::Wrong,
                      "read_iter must be: public: Result<usize> read_iter(fs::Kiocb&, IovDest&) const");
        static_assert(write_iter != Hook::Wrong,
                      "write_iter must be: public: Result<usize> write_iter(fs::Kiocb&, IovSource&) const");
        static_assert(llseek != Hook::Wrong,
                      "llseek must be: public: Result<loff_t> llseek(const fs::File&, loff_t, fs::Whence) const");
        static_assert(fsync != Hook::Wrong, "fsync must be: public: Result<void> fsync(const fs::File&, loff_t start, "
                                            "loff_t end, bool is_data_only) const");
        static_assert(read == Hook::Absent || read_iter == Hook::Absent,
                      "which of read and read_iter answers? define one: read_iter is for readv and splice, too");
        static_assert(write == Hook::Absent || write_iter == Hook::Absent,
                      "which of write and write_iter answers? define one: write_iter is for writev and splice, too");
    }

    static consteval void fill(bindings::file_operations& ops)
    {
        if constexpr (read == Hook::Present)
            ops.read = call_read;
        if constexpr (write == Hook::Present)
            ops.write = call_write;
        if constexpr (read_iter == Hook::Present) {
            ops.read_iter = call_read_iter;
#if KEEL_HAS_FUNC_copy_splice_read
            ops.splice_read = bindings::copy_splice_read;
#else
            ops.splice_read = bindings::generic_file_splice_read;
#endif
        }
        if constexpr (write_iter == Hook::Present) {
            ops.write_iter = call_write_iter;
            ops.splice_write = bindings::iter_file_splice_write;
        }
        if constexpr (llseek == Hook::Present)
            ops.llseek = call_llseek;
        if constexpr (fsync == Hook::Present)
            ops.fsync = call_fsync;
    }

private:
    static const F& object(bindings::file* file)
    {
        UNSAFE("this is called by way of the table of an open file") { return object_of<F>(file); }
    }

    static long call_read(bindings::file* file, bindings::user_ptr<char> to, bindings::size_t len,
                          bindings::loff_t* pos)
    {
        UserWriter out({to.raw}, len);
        if constexpr (SameAs<decltype(&F::read), ReadFile>)
            return to_c(object(file).read(File::from_raw(file), out, *pos));
        else
            return to_c(object(file).read(out, *pos));
    }

    static long call_write(bindings::file* file, bindings::user_ptr<const char> from, bindings::size_t len,
                           bindings::loff_t* pos)
    {
        UserReader in({from.raw}, len);
        if constexpr (SameAs<decltype(&F::write), WriteFile>)
            return to_c(object(file).write(File::from_raw(file), in, *pos));
        else
            return to_c(object(file).write(in, *pos));
    }

    static long call_read_iter(bindings::kiocb* call, bindings::iov_iter* to)
    {
        UNSAFE("the call and its memory are this function's until it returns")
        {
            Kiocb kiocb(call);
            IovDest out(to);
            return to_c(object(call->ki_filp).read_iter(kiocb, out));
        }
    }

    static long call_write_iter(bindings::kiocb* call, bindings::iov_iter* from)
    {
        UNSAFE("the call and its memory are this function's until it returns")
        {
            Kiocb kiocb(call);
            IovSource in(from);
            return to_c(object(call->ki_filp).write_iter(kiocb, in));
        }
    }

    static bindings::loff_t call_llseek(bindings::file* file, bindings::loff_t offset, int whence)
    {
        return to_c(object(file).llseek(File::from_raw(file), offset, static_cast<Whence>(whence)));
    }

    static int call_fsync(bindings::file* file, bindings::loff_t start, bindings::loff_t end, int is_data_only)
    {
        return static_cast<int>(object(file).fsync(File::from_raw(file), start, end, is_data_only != 0).to_errno());
    }
};

} // namespace keel::fs
