// SPDX-License-Identifier: GPL-2.0
// Text that grows.
#pragma once

#include <keel/alloc/cstring.hpp>
#include <keel/core/format.hpp>

namespace keel {

/// Owns text that can be added to. Not NUL-terminated; `CString` is for text that C code reads.
///
/// Every function that may allocate takes flags; on an error the text is as it was.
class [[nodiscard]] String {
public:
    /// The empty text; allocates nothing.
    constexpr String() = default;

    /// A copy of `text`.
    ///
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> static Result<String> create(Str text, Flags flags)
    {
        String made;
        TRY(made.append(text, flags));
        return made;
    }

    usize len() const { return text_.len(); }
    KEEL_AFTER_MOVE bool is_empty() const { return text_.is_empty(); }
    Str as_str() const KEEL_LIFETIME_BOUND { return Str(text_.span()); }

    /// Makes room for `additional` more characters, so that adding them allocates nothing.
    ///
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> Result<void> reserve(usize additional, Flags flags)
    {
        return text_.reserve(additional, flags);
    }

    /// Adds a character.
    ///
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> Result<void> push(char c, Flags flags) { return text_.push(c, flags); }

    /// Adds `text`.
    ///
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags> Result<void> append(Str text, Flags flags) { return text_.extend(text.span(), flags); }

    /// Adds `args` as `pattern` says, all of it.
    ///
    ///     TRY(line.append_format<"{} of {}">(GFP_KERNEL, done, total));
    ///
    /// # Errors
    /// ENOMEM: no memory.
    template <format::Literal pattern, GfpFlags Flags, class... Args>
    Result<void> append_format(Flags flags, const Args&... args)
    {
        // What fills the room may have been cut: once more, with room for twice as much.
        for (usize room = max(text_.capacity() - len(), usize {32});; room *= 2) {
            const usize written = TRY(text_.append_with(room, flags, [&](Span<char> out) -> Result<usize> {
                return format::into<pattern>(out, args...).len();
            }));
            if (written + 1 < room)
                return {};
            text_.truncate(len() - written);
        }
    }

    /// Cuts the text to its first `len` characters, if it is longer. Keeps the memory.
    void truncate(usize len) { text_.truncate(len); }
    /// Makes it the empty text. Keeps the memory.
    void clear() { text_.clear(); }

private:
    Vec<char> text_;
};

} // namespace keel
