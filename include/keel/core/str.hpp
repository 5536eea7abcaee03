// SPDX-License-Identifier: GPL-2.0
// Views of text: with a length (Str), and with a terminating NUL as C wants it (CStr).
#pragma once

#include <keel/core/span.hpp>

namespace keel {

/// Borrows text of known length, in no particular encoding, not NUL-terminated.
class KEEL_VIEW KEEL_SEND KEEL_SYNC Str {
public:
    constexpr Str() = default;
    template <usize N> consteval Str(const char (&literal)[N]) : text_ {Span<const char>::from_raw(literal, N - 1)} {}
    constexpr explicit Str(Span<const char> text) : text_ {text} {}

    constexpr usize len() const { return text_.len(); }
    constexpr bool is_empty() const { return text_.is_empty(); }
    constexpr const char* data() const { return text_.data(); }
    constexpr Span<const char> span() const { return text_; }

    /// The character at `index`. Traps if there is none.
    constexpr char operator[](usize index) const { return text_[index]; }

    /// `n` characters from `from` on. Traps if they are not all there.
    constexpr Str slice(usize from, usize n) const { return Str(text_.slice(from, n)); }

    /// Where `wanted` first is, if anywhere.
    constexpr Option<usize> find(char wanted) const
    {
        for (usize i = 0; i < len(); i++)
            if (text_[i] == wanted)
                return i;
        return none;
    }

    constexpr bool operator==(const Str& other) const
    {
        if (len() != other.len())
            return false;
        for (usize i = 0; i < len(); i++)
            if (text_[i] != other.text_[i])
                return false;
        return true;
    }

private:
    Span<const char> text_;
};

/// Borrows NUL-terminated text without inner NULs, what C calls a string.
///
/// # Invariants
/// text_ ends in its only NUL.
class KEEL_VIEW KEEL_SEND KEEL_SYNC CStr {
public:
    template <usize N> consteval CStr(const char (&literal)[N]) : text_ {literal}
    {
        for (usize i = 0; i + 1 < N; i++)
            if (literal[i] == '\0')
                trap("a C string has no inner NUL");
    }

    /// # Safety
    /// `text` is NUL-terminated and stays unchanged while the CStr is used.
    KEEL_UNSAFE_FUNCTION static constexpr CStr from_raw(const char* text KEEL_LIFETIME_BOUND)
    {
        return CStr(text, Unchecked {});
    }

    constexpr const char* as_ptr() const { return text_; }

    /// The number of characters before the NUL. Counts them.
    constexpr usize len() const { return __builtin_strlen(text_); }

    constexpr Str as_str() const { return Str(Span<const char>::from_raw(text_, len())); }

    constexpr bool operator==(const CStr& other) const { return as_str() == other.as_str(); }

private:
    struct Unchecked {};
    constexpr CStr(const char* text, Unchecked) : text_ {text} {}

    const char* text_;
};

} // namespace keel
