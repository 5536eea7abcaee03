// SPDX-License-Identifier: GPL-2.0
// Text that the kernel collects for a reader: of /proc/PID/fdinfo, and of sequential files.
// C header: include/linux/seq_file.h
#pragma once

#include <bindings/fs.hpp>
#include <keel/core/format.hpp>

namespace keel::fs {

/// Takes the text of one reading of a sequential file.
///
/// What does not fit makes the kernel ask again with a larger buffer: the same text is printed once more.
///
/// # Lifetime
/// Borrowed for the length of one call.
class KEEL_NOT_SEND KEEL_NOT_SYNC SeqFile {
public:
    /// # Safety
    /// `raw` is the sequential file that this call is about.
    KEEL_UNSAFE_FUNCTION explicit SeqFile(bindings::seq_file* raw) : raw_ {raw} {}
    SeqFile(const SeqFile&) = delete;
    SeqFile& operator=(const SeqFile&) = delete;

    /// Adds `args` as `pattern` says: see pr_info.
    ///
    ///     seq.print<"value:\t{}\n">(value);
    ///
    /// # Context
    /// Any.
    template <format::Literal pattern, class... Args> KEEL_ANY_CONTEXT KEEL_INLINE void print(const Args&... args)
    {
        format::apply<"", pattern>(
            [this](const char* compiled, const auto&... raws) __attribute__((always_inline)) {
                KEEL_FORMAT_IS_DERIVED_BEGIN
                UNSAFE("raw_ is live, and the format was derived from the types of these very arguments")
                {
                    bindings::seq_printf(raw_, compiled, raws...);
                }
                KEEL_FORMAT_IS_DERIVED_END
            },
            args...);
    }

    /// Adds `text` as it is.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT void write(Str text)
    {
        // That it did not fit is what has_overflowed says, and nothing that the driver has to act on.
        UNSAFE("raw_ is live, and text has len() bytes") { (void)bindings::seq_write(raw_, text.data(), text.len()); }
    }

    /// Whether text did not fit: what is printed now is thrown away, and will be asked for again.
    bool has_overflowed() const { return raw_->count == raw_->size; }

    /// For the library: the C object.
    bindings::seq_file* raw() const { return raw_; }

private:
    bindings::seq_file* raw_;
};

} // namespace keel::fs
