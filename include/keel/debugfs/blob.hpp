// SPDX-License-Identifier: GPL-2.0
// The C tables of files whose content is the bytes of an object.
// C header: include/linux/fs.h (simple_open)
#pragma once

#include <bindings/debugfs.hpp>
#include <keel/fs/file.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/uaccess/user.hpp>

namespace keel::debugfs::detail {

template <class V> inline constexpr bool is_mutex = false;
template <class X> inline constexpr bool is_mutex<Mutex<X>> = true;

/// The bytes of what a blob is: a container of bytes, or a value without padding.
template <class B> KEEL_INLINE auto bytes_of(B& blob KEEL_LIFETIME_BOUND)
{
    if constexpr (requires { Span<const u8>(blob.span()); })
        return blob.span();
    else if constexpr (__is_const(B))
        return as_bytes(blob);
    else
        return as_writable_bytes(blob);
}

/// What a blob can be.
template <class V>
concept Blob = is_mutex<V> || requires(const V& value) { Span<const u8>(bytes_of(value)); };

/// The table for a V: bytes that cannot change, or bytes in a Mutex, which each operation takes once.
template <class V, bool is_writable> class BlobFile {
    static const V& object(bindings::file* file)
    {
        UNSAFE("simple_open put there what the file was made with, a V that lives until the file is removed")
        {
            return *static_cast<const V*>(file->private_data);
        }
    }

    /// Calls `use(bytes)`.
    template <class Use> KEEL_INLINE static auto with_bytes(bindings::file* file, Use use)
    {
        if constexpr (is_mutex<V>) {
            auto guard = object(file).lock();
            return use(bytes_of(*guard));
        } else {
            return use(bytes_of(object(file)));
        }
    }

    static long read(bindings::file* file, bindings::user_ptr<char> to, bindings::size_t len, bindings::loff_t* pos)
    {
        UserWriter out({to.raw}, len);
        const Result<usize> n = with_bytes(file, [&](Span<const u8> bytes) { return out.write_from(bytes, *pos); });
        return n.ok() ? static_cast<long>(n.value()) : n.to_errno();
    }

    static long write(bindings::file* file, bindings::user_ptr<const char> from, bindings::size_t len,
                      bindings::loff_t* pos)
    {
        UserReader in({from.raw}, len);
        const Result<usize> n = with_bytes(file, [&](Span<u8> bytes) { return in.read_into(bytes, *pos); });
        return n.ok() ? static_cast<long>(n.value()) : n.to_errno();
    }

    static loff_t llseek(bindings::file* file, loff_t offset, int whence)
    {
        const usize size = with_bytes(file, [](Span<const u8> bytes) { return bytes.len(); });
        UNSAFE("an open file") { return bindings::fixed_size_llseek(file, offset, whence, static_cast<loff_t>(size)); }
    }

    static consteval bindings::file_operations make_table()
    {
        bindings::file_operations ops {};
        ops.owner = &bindings::__this_module;
        ops.open = bindings::simple_open;
        ops.read = read;
        ops.llseek = llseek;
        if constexpr (is_writable)
            ops.write = write;
        return ops;
    }

public:
    static constexpr bindings::file_operations table = make_table();
};

} // namespace keel::debugfs::detail
