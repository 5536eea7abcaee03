// SPDX-License-Identifier: GPL-2.0
// The C tables of files that show, and set, a number, a bool or a text.
// C headers: include/linux/debugfs.h, include/linux/fs.h (simple_attr_open)
#pragma once

#include <bindings/debugfs.hpp>
#include <keel/alloc/cstring.hpp>
#include <keel/core/array.hpp>
#include <keel/core/parse.hpp>
#include <keel/fs/seq_operations.hpp>
#include <keel/sync/atomic.hpp>

namespace keel::debugfs {

/// How a number is shown. It is read in either base, with 0x in front for 16.
enum class Base : u8 { Decimal, Hex };

namespace detail {

/// An object that a file was made for, as debugfs keeps it for an open file.
template <class V> struct Data {
    using Owner = V;
    static const V& owner(bindings::inode* inode, bindings::file*)
    {
        UNSAFE("the file was made with a V, which lives until the file is removed, and open is not called after that")
        {
            return *static_cast<const V*>(inode->i_private);
        }
    }
};

/// The number in a value that is one, or in an Atomic.
template <class V> struct NumberOf {
    using Type = V;
    static V get(const V& value) { return value; }
};
template <class N> struct NumberOf<Atomic<N>> {
    using Type = N;
    static N get(const Atomic<N>& value) { return value.load(Relaxed); }
};

/// The table for a number: a plain one, which cannot change, or an Atomic.
///
/// The functions of simple_attr do the text, as they do for C's debugfs_create_u32, and see to removal themselves.
template <class V, Base base, bool is_writable> class NumberFile {
    using N = typename NumberOf<V>::Type;
    static constexpr bool is_signed = __is_signed(N) && base == Base::Decimal;

    static const V& object(void* data)
    {
        UNSAFE("the file was made with a V, which lives until the file is removed") { return *static_cast<V*>(data); }
    }

    static consteval const char* format()
    {
        if (base == Base::Hex)
            return sizeof(N) == 1   ? "0x%02llx\n"
                   : sizeof(N) == 2 ? "0x%04llx\n"
                   : sizeof(N) == 4 ? "0x%08llx\n"
                                    : "0x%016llx\n";
        return is_signed ? "%lld\n" : "%llu\n";
    }

    static int get(void* data, u64* value)
    {
        const N now = NumberOf<V>::get(object(data));
        if constexpr (is_signed)
            *value = static_cast<u64>(static_cast<i64>(now));
        else
            *value = static_cast<__make_unsigned(N)>(now);
        return 0;
    }

    static int set(void* data, u64 wide)
    {
        const N value = static_cast<N>(wide);
        const bool fits = is_signed ? static_cast<u64>(static_cast<i64>(value)) == wide
                                    : static_cast<__make_unsigned(N)>(value) == wide;
        if (!fits)
            return EINVAL.to_errno();
        object(data).store(value, Relaxed);
        return 0;
    }

    static int open(bindings::inode* inode, bindings::file* file)
    {
        UNSAFE("the functions expect what the inode was made with, and the format is for a long long")
        {
            if constexpr (is_writable)
                return bindings::simple_attr_open(inode, file, get, set, format());
            else
                return bindings::simple_attr_open(inode, file, get, nullptr, format());
        }
    }

    static consteval bindings::file_operations make_table()
    {
        bindings::file_operations ops {};
        ops.owner = &bindings::__this_module;
        ops.open = open;
        ops.release = bindings::simple_attr_release;
        ops.read = bindings::debugfs_attr_read;
        if constexpr (is_writable)
            ops.write = is_signed ? bindings::debugfs_attr_write_signed : bindings::debugfs_attr_write;
        return ops;
    }

public:
    static constexpr bindings::file_operations table = make_table();
};

/// A bool as C's debugfs shows it.
template <class V> void show_bool(const V& value, fs::SeqFile& out)
{
    out.write(NumberOf<V>::get(value) ? Str("Y\n") : Str("N\n"));
}

/// What kstrtobool takes; unlike C's debugfs, the rest is refused.
template <class V> Result<void> write_bool(const V& value, UserReader& in)
{
    Array<char, 16> room {};
    value.store(TRY(parse<bool>(TRY(in.read_str(room)))), Relaxed);
    return {};
}

/// A text, as a line.
inline void show_text(const CString& text, fs::SeqFile& out) { out.print<"{}\n">(text.as_cstr()); }

/// In place of what cannot be shown, after that was said.
inline constinit const Atomic<u32> no_part {0};

template <class V> inline constexpr bool is_bool = SameAs<typename NumberOf<V>::Type, bool>;
template <class V> inline constexpr bool is_number = Integer<typename NumberOf<V>::Type>;

/// What a value can be.
template <class V>
concept Shown = is_number<V> || is_bool<V> || SameAs<V, CString>;
/// What a setting can be: an Atomic.
template <class V>
concept Settable = (is_number<V> || is_bool<V>) && !SameAs<V, typename NumberOf<V>::Type>;

/// The table for a V.
template <class V, Base base, bool is_writable> consteval const bindings::file_operations* value_table()
{
    if constexpr (SameAs<V, CString>)
        return &fs::SeqOperations<Data<V>, show_text>::table;
    else if constexpr (is_number<V>)
        return &NumberFile<V, base, is_writable>::table;
    else if constexpr (is_writable)
        return &fs::SeqOperations<Data<V>, show_bool<V>, write_bool<V>>::table;
    else
        return &fs::SeqOperations<Data<V>, show_bool<V>>::table;
}

} // namespace detail
} // namespace keel::debugfs
