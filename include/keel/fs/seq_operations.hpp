// SPDX-License-Identifier: GPL-2.0
// The C tables of a file that shows an object as text, computed from functions that show it.
// C headers: include/linux/seq_file.h, include/linux/fs.h
#pragma once

#include <keel/fs/seq_rows.hpp>
#include <keel/uaccess/user.hpp>

namespace keel::fs {

namespace detail {

/// What the kernel calls before, between and after the calls of `show`, for text that is printed as a whole.
struct SeqWhole {
    static void* start(bindings::seq_file* raw, loff_t* pos) { return *pos == 0 ? raw : nullptr; }
    static void* next(bindings::seq_file*, void*, loff_t* pos) { return ++*pos, nullptr; }
    static void stop(bindings::seq_file*, void*) {}
};

/// The same for rows. A call of `show` is a walk; it fills the buffer, and it ends the file when it prints nothing.
struct SeqWalks {
    static void* start(bindings::seq_file* raw, loff_t*) { return raw; }
    static void* next(bindings::seq_file* raw, void* walk, loff_t* pos)
    {
        if (raw->count == 0)
            return nullptr;
        ++*pos;
        return walk;
    }
};

template <class T> inline constexpr bool is_nothing = SameAs<T, decltype(nullptr)>;

/// Calls a member of T, or a function that takes a T.
template <auto function, class T, class Argument> KEEL_INLINE auto call(const T& object, Argument& argument)
{
    if constexpr (__is_member_function_pointer(decltype(function)))
        return (object.*function)(argument);
    else
        return function(object, argument);
}

/// Whether a function is a member of T, or takes a T, then an Argument, and returns R.
template <class Function, class T, class Argument, class R>
concept IsCalled = SameAs<Function, R (T::*)(Argument&) const> || SameAs<Function, R (*)(const T&, Argument&)>;

} // namespace detail

/// What a `show` is: a `void show(SeqFile&) const` of T, or one that returns Result<void>.
template <auto function, class T>
concept ShowsWhole = detail::IsCalled<decltype(function), T, SeqFile, void> ||
                     detail::IsCalled<decltype(function), T, SeqFile, Result<void>>;
/// The same for one that takes SeqRows&.
template <auto function, class T>
concept ShowsRows = detail::IsCalled<decltype(function), T, SeqRows, void> ||
                    detail::IsCalled<decltype(function), T, SeqRows, Result<void>>;
/// What a `write` is: a `Result<void> write(UserReader&) const` of T.
template <auto function, class T>
concept TakesText = detail::IsCalled<decltype(function), T, UserReader, Result<void>>;

/// struct file_operations for files that `show` prints and `write` takes text for; either can be nullptr, and the file
/// then cannot be read or not be written.
///
/// Publisher says how an opened file leads to the object: `static const Owner& owner(bindings::inode*,
/// bindings::file*)`. Each call of the two functions happens while the file is open and not withdrawn.
///
/// # Invariants
/// From open to release, private_data of a file is its seq_file, whose private is the object; the object itself if the
/// file cannot be read.
template <class Publisher, auto show, auto write = nullptr> class SeqOperations {
    using Owner = typename Publisher::Owner;

    static constexpr bool is_shown = !detail::is_nothing<decltype(show)>;
    static constexpr bool is_written = !detail::is_nothing<decltype(write)>;

    static const Owner& object(bindings::seq_file* raw)
    {
        UNSAFE("private is the object of this open file: invariant")
        {
            return *static_cast<const Owner*>(raw->private_);
        }
    }

    static int open(bindings::inode* inode, bindings::file* file)
    {
        const Owner& owner = Publisher::owner(inode, file);
        UNSAFE("read back as const by object()")
        {
            auto* const shown = const_cast<Owner*>(&owner);
            if constexpr (!is_shown) {
                file->private_data = shown;
            } else {
                if (const int code = bindings::seq_open(file, &seq_table); code != 0) [[unlikely]]
                    return code;
                static_cast<bindings::seq_file*>(file->private_data)->private_ = shown;
            }
        }
        return 0;
    }

    template <class Argument> KEEL_INLINE static int call_show(const Owner& owner, Argument& argument)
    {
        if constexpr (SameAs<decltype(detail::call<show>(owner, argument)), void>)
            return detail::call<show>(owner, argument), 0;
        else
            return static_cast<int>(detail::call<show>(owner, argument).to_errno());
    }

    static int show_whole(bindings::seq_file* raw, void*)
    {
        UNSAFE("raw is the file that this call is about")
        {
            SeqFile out(raw);
            return call_show(object(raw), out);
        }
    }

    static int show_rows(bindings::seq_file* raw, void*)
    {
        if (raw->count != 0) {
            raw->count = raw->size; // a walk has filled it: the kernel takes this for a row that did not fit
            return 0;
        }
        UNSAFE("raw is the file that this call is about, and its buffer is empty")
        {
            SeqRows rows(raw);
            return call_show(object(raw), rows);
        }
    }

    static long call_write(bindings::file* file, bindings::user_ptr<const char> from, bindings::size_t len, loff_t*)
    {
        UserReader in({from.raw}, len);
        const Owner* owner;
        UNSAFE("what open put there: invariant")
        {
            if constexpr (is_shown)
                owner = &object(static_cast<bindings::seq_file*>(file->private_data));
            else
                owner = static_cast<const Owner*>(file->private_data);
        }
        const Result<void> result = detail::call<write>(*owner, in);
        return result.ok() ? static_cast<long>(len) : result.to_errno();
    }

    static consteval bindings::seq_operations make_seq_table()
    {
        bindings::seq_operations ops {};
        ops.stop = detail::SeqWhole::stop;
        if constexpr (!is_shown) {
        } else if constexpr (ShowsRows<show, Owner>) {
            ops.start = detail::SeqWalks::start;
            ops.next = detail::SeqWalks::next;
            ops.show = show_rows;
        } else {
            ops.start = detail::SeqWhole::start;
            ops.next = detail::SeqWhole::next;
            ops.show = show_whole;
        }
        return ops;
    }

    static constexpr bindings::seq_operations seq_table = make_seq_table();

    static consteval bindings::file_operations make_table()
    {
        bindings::file_operations ops {};
        ops.owner = &bindings::__this_module;
        ops.open = open;
        if constexpr (is_shown) {
            ops.read = bindings::seq_read;
            ops.read_iter = bindings::seq_read_iter;
            ops.llseek = bindings::seq_lseek;
            ops.release = bindings::seq_release;
        }
        if constexpr (is_written)
            ops.write = call_write;
        return ops;
    }

    static_assert(is_shown || is_written, "a file that can neither be read nor written");

public:
    static constexpr bindings::file_operations table = make_table();
};

/// Refuses, with the signatures wanted, what cannot show or take the text of a T.
template <class T, auto show, auto write> consteval void check_seq_functions()
{
    if constexpr (!detail::is_nothing<decltype(show)>)
        static_assert(ShowsWhole<show, T> || ShowsRows<show, T>,
                      "what shows a file is: void show(fs::SeqFile&) const, or void show(fs::SeqRows&) const; it may "
                      "return Result<void>");
    if constexpr (!detail::is_nothing<decltype(write)>)
        static_assert(TakesText<write, T>, "what takes text is: Result<void> write(UserReader&) const");
}

} // namespace keel::fs
