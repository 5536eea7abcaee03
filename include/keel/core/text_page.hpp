// SPDX-License-Identifier: GPL-2.0
// The page of text that sysfs, configfs and module parameters are read as.
// C header: include/linux/sysfs.h (sysfs_emit, sysfs_emit_at)
#pragma once

#include <keel/core/format.hpp>

namespace keel {

/// A page to write text into, from its start on: what does not fit is cut, and the last byte stays a NUL.
///
/// # Lifetime
/// Borrowed for the length of one operation.
/// # Invariants
/// page_ has capacity bytes, of which the first len_ were written; len_ is below capacity.
class KEEL_NOT_SEND KEEL_NOT_SYNC TextPage {
public:
    /// How many bytes a page has, its NUL included.
    static constexpr usize capacity = bindings::PAGE_SIZE;

    /// # Safety
    /// `page` has capacity bytes that nobody else uses as long as this lives.
    KEEL_UNSAFE_FUNCTION explicit TextPage(char* page) : page_ {page} {}
    TextPage(const TextPage&) = delete;
    TextPage& operator=(const TextPage&) = delete;

    /// Adds `args` as `pattern` says: `page.emit<"{} of {}\n">(used, all)`.
    template <format::Literal pattern, class... Args> KEEL_ANY_CONTEXT KEEL_INLINE void emit(const Args&... args)
    {
        len_ += static_cast<usize>(format::apply<"", pattern>(
            [this](const char* compiled, const auto&... raws) __attribute__((always_inline)) {
                KEEL_FORMAT_IS_DERIVED_BEGIN
                UNSAFE("capacity - len_ bytes are left from there, and the format was derived from these arguments")
                {
                    return bindings::scnprintf(page_ + len_, capacity - len_, compiled, raws...);
                }
                KEEL_FORMAT_IS_DERIVED_END
            },
            args...));
    }

    /// Adds `text` as it is, NULs included.
    KEEL_ANY_CONTEXT void write(Str text)
    {
        const usize n = min(text.len(), capacity - 1 - len_);
        UNSAFE("n bytes are left after len_, and one for the NUL")
        {
            __builtin_memcpy(page_ + len_, text.data(), n);
            page_[len_ + n] = '\0';
        }
        len_ += n;
    }

    /// How many bytes were written.
    usize len() const { return len_; }

private:
    char* page_;
    usize len_ = 0;
};

} // namespace keel
