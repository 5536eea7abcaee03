// SPDX-License-Identifier: GPL-2.0
// Owned NUL-terminated text.
#pragma once

#include <keel/alloc/vec.hpp>
#include <keel/core/str.hpp>

namespace keel {

/// Owns text that C code can read.
///
/// # Invariants
/// bytes_ is empty (an empty CString) or ends in its only NUL.
class [[nodiscard]] CString {
public:
    /// The empty text; allocates nothing.
    constexpr CString() = default;

    /// A copy of `text`.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// EINVAL: `text` holds a NUL. ENOMEM: no memory.
    template <GfpFlags Flags> static Result<CString> create(Str text, Flags flags)
    {
        if (text.find('\0').is_some())
            return EINVAL;
        CString made;
        TRY(made.bytes_.reserve(text.len() + 1, flags));
        TRY(made.bytes_.extend(text.span(), flags));
        TRY(made.bytes_.push('\0', flags));
        return made;
    }

    CStr as_cstr() const KEEL_LIFETIME_BOUND
    {
        UNSAFE("bytes_ ends in its only NUL: invariant")
        {
            return bytes_.is_empty() ? CStr("") : CStr::from_raw(bytes_.span().data());
        }
    }

    /// The number of characters before the NUL.
    usize len() const { return bytes_.is_empty() ? 0 : bytes_.len() - 1; }

private:
    Vec<char> bytes_;
};

} // namespace keel
