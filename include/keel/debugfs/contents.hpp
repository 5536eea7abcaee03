// SPDX-License-Identifier: GPL-2.0
// What is in a directory of debugfs that shows an object.
// C header: include/linux/debugfs.h
#pragma once

#include <keel/debugfs/blob.hpp>
#include <keel/debugfs/value.hpp>
#include <keel/fs/operations.hpp>

namespace keel::debugfs {

template <class T> class Registration;

/// Fills a directory whose files show a T: its members and what they refer to, by functions of T or by classes of file
/// operations.
///
///     files.setting<&Nic::limit>("limit");
///     files.value<&Nic::received>("queue1", 1uz);         // const Atomic<u64>& received(usize) const
///     files.show<&Nic::show_queues>("queues");
///
/// What a file is about is part of the program, not of its run: a member, or a function of T that returns a reference,
/// which borrows from the T (return-unbound). So no file can show what goes away before the T does, or what is under a
/// lock that it does not take.
///
/// As everywhere in debugfs, a file that could not be made (its name is taken, or has a '/', there is no memory) is
/// missing, and nothing else. Names are copied.
///
/// # Context
/// May sleep.
/// # Lifetime
/// Borrowed while a Registration is started.
template <class T> class KEEL_NOT_SEND KEEL_NOT_SYNC Contents {
public:
    Contents(const Contents&) = delete;
    Contents& operator=(const Contents&) = delete;

    /// A file that shows a value: an Atomic, a number or bool that cannot change, a CString.
    template <auto where, Base base = Base::Decimal, class... Index>
    KEEL_MAY_SLEEP void value(CStr name, Index... index)
    {
        const auto& shown = project<where>(index...);
        using V = Unqualified<decltype(shown)>;
        static_assert(detail::Shown<V>, "a value is an Atomic number or bool, a number or bool that cannot change, or "
                                        "a CString; show<&T::function> shows everything else");
        if constexpr (detail::Shown<V>)
            add_value(name, 0400, &shown, detail::value_table<V, base, false>());
    }

    /// A file that shows an Atomic and sets it.
    ///
    /// What is written is a number, in decimal, or in hexadecimal with 0x, or a bool as kstrtobool takes it. EINVAL if
    /// it is none, or one that does not fit.
    template <auto where, Base base = Base::Decimal, class... Index>
    KEEL_MAY_SLEEP void setting(CStr name, Index... index)
    {
        const auto& shown = project<where>(index...);
        using V = Unqualified<decltype(shown)>;
        static_assert(detail::Settable<V>, "what a file sets is an Atomic: every reader and writer of the file is a "
                                           "thread of its own; write<&T::function> takes everything else");
        if constexpr (detail::Settable<V>)
            add_value(name, 0600, &shown, detail::value_table<V, base, true>());
    }

    /// A file that a function of T prints: `void show(fs::SeqFile&) const`, or for rows `void show(fs::SeqRows&)
    /// const`; it may return Result<void>. With a second function, `Result<void> write(UserReader&) const`, it takes
    /// text, too.
    template <auto show_function, auto write_function = nullptr>
    KEEL_MAY_SLEEP void show(CStr name,
                             bindings::umode_t mode = fs::detail::is_nothing<decltype(write_function)> ? 0400 : 0600)
    {
        fs::check_seq_functions<T, show_function, write_function>();
        add(name, mode, owner_, &fs::SeqOperations<detail::Data<T>, show_function, write_function>::table);
    }

    /// A file that only takes text, by `Result<void> write(UserReader&) const` of T.
    template <auto write_function> KEEL_MAY_SLEEP void write(CStr name, bindings::umode_t mode = 0200)
    {
        fs::check_seq_functions<T, nullptr, write_function>();
        add(name, mode, owner_, &fs::SeqOperations<detail::Data<T>, nullptr, write_function>::table);
    }

    /// A file of bytes: a container of u8, or a value without padding, that cannot change; or one in a Mutex.
    template <auto where, class... Index> KEEL_MAY_SLEEP void blob(CStr name, Index... index)
    {
        const auto& shown = project<where>(index...);
        using V = Unqualified<decltype(shown)>;
        static_assert(detail::Blob<V>, "a blob is a container of u8, a value without padding, or a Mutex of one");
        if constexpr (detail::Blob<V>)
            add(name, 0400, &shown, &detail::BlobFile<V, false>::table);
    }

    /// A file of bytes in a Mutex, which writes change in place; what does not fit is ENOSPC.
    template <auto where, class... Index> KEEL_MAY_SLEEP void writable_blob(CStr name, Index... index)
    {
        const auto& shown = project<where>(index...);
        using V = Unqualified<decltype(shown)>;
        static_assert(detail::is_mutex<V>, "what a file changes is behind a lock: a Mutex of the bytes");
        if constexpr (detail::is_mutex<V>)
            add(name, 0600, &shown, &detail::BlobFile<V, true>::table);
    }

    /// A file whose operations are members of F: see fs::Operations, with T as the Owner.
    ///
    /// debugfs passes on read, write, llseek, ioctl, poll and release. With `open`, the object of an open file can
    /// outlive the T.
    template <class F> KEEL_MAY_SLEEP void file(CStr name, bindings::umode_t mode)
    {
        using Table = fs::Operations<F, detail::Data<T>>;
        constexpr bool is_per_file = !SameAs<F, T>;
        static_assert(!Table::table.read_iter && !Table::table.write_iter && !Table::table.mmap &&
                          !Table::table.fasync && !Table::table.flush && !Table::table.fsync &&
                          !Table::table.show_fdinfo,
                      "debugfs passes on read, write, llseek, ioctl, poll and release, and nothing else");
        static_assert(
            is_per_file || (!Table::table.poll && !Table::table.release),
            "poll and release of a file come after the object is gone, too: define them in a class with open, "
            "for each open file");
        add(name, mode, owner_, &Table::table);
    }

    /// A directory in this one, which `fill(Contents<T>&)` fills.
    template <class Fill> KEEL_MAY_SLEEP void dir(CStr name, Fill fill)
    {
        bindings::dentry* made;
        UNSAFE("this directory is being filled, and the name is copied")
        {
            made = bindings::debugfs_create_dir(name.as_ptr(), raw_);
        }
        Contents contents(owner_, made);
        fill(contents);
    }

    /// The object that is shown. Of its members, those before the Registration are there.
    const T& object() const KEEL_LIFETIME_BOUND { return *owner_; }

private:
    friend Registration<T>;
    Contents(const T* owner, bindings::dentry* raw) : owner_ {owner}, raw_ {raw} {}

    /// The part of the T that `where` names. The T is const for as long as it is published, so that what it lends
    /// stays where it is.
    template <auto where, class... Index> KEEL_INLINE const auto& project(Index... index) const
    {
        if constexpr (__is_member_object_pointer(decltype(where))) {
            static_assert(sizeof...(Index) == 0, "an index is for a function that takes one");
            return owner_->*where;
        } else {
            constexpr bool is_part = __is_lvalue_reference(decltype((owner_->*where)(index...)));
            static_assert(is_part, "what names a part of the object is a member, or a function that returns a "
                                   "reference: const V& part(usize) const KEEL_LIFETIME_BOUND");
            if constexpr (is_part)
                return (owner_->*where)(index...);
            else
                return detail::no_part; // one mistake is one error
        }
    }

    /// Adds a file for a value. The functions for numbers see to removal themselves.
    template <class V>
    void add_value(CStr name, bindings::umode_t mode, const V* data, const bindings::file_operations* table)
    {
        if constexpr (detail::is_number<V>) {
            UNSAFE(
                "as in add; the functions of simple_attr are called through those of debugfs, which hold off removal")
            {
                bindings::debugfs_create_file_unsafe(name.as_ptr(), mode, raw_, const_cast<V*>(data), table);
            }
        } else {
            add(name, mode, data, table);
        }
    }

    template <class V>
    void add(CStr name, bindings::umode_t mode, const V* data, const bindings::file_operations* table)
    {
        UNSAFE("data and the table are there until the directory is removed, and each operation is over before")
        {
            bindings::debugfs_create_file(name.as_ptr(), mode & 0777, raw_, const_cast<V*>(data), table);
        }
    }

    const T* owner_;
    bindings::dentry* raw_;
};

} // namespace keel::debugfs
