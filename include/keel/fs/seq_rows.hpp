// SPDX-License-Identifier: GPL-2.0
// The rows of a sequential file, printed a buffer full at a time while rows come and go.
// C header: include/linux/seq_file.h
#pragma once

#include <keel/fs/seq_file.hpp>

namespace keel::fs {

/// One walk over the rows of a file, which prints those that the reader does not have yet, as many as fit.
///
///     void show_requests(fs::SeqRows& rows) const
///     {
///         const auto list = requests.lock();
///         rows.each(*list, [](fs::SeqFile& out, const Request& r) { out.print<"{} {}\n">(r.id, r.len); });
///     }
///
/// This takes the place of C's start, next, show and stop. Each buffer full is a walk of its own, and what protects the
/// rows during the walk is a guard in the function that walks: held by type, released on every path, and nothing in
/// the walk sleeps if the guard does not allow it. Between two walks nothing is held and nothing is remembered but a
/// number.
///
/// That number is where the next walk goes on. `row` and `each` count rows: when rows go in between, others move up,
/// and a reader misses as many. `row_at` takes the number from the row, a key or an index, so that rows which are there
/// all the time are read once, whatever else comes and goes.
///
/// # Lifetime
/// Borrowed for the length of one walk.
/// # Invariants
/// raw_ is the file of this walk; its index is the last row that was printed, or from_ while there is none.
class KEEL_NOT_SEND KEEL_NOT_SYNC SeqRows {
public:
    /// # Safety
    /// `raw` is the sequential file that this call is about, and its buffer is empty.
    KEEL_UNSAFE_FUNCTION explicit SeqRows(bindings::seq_file* raw) : raw_ {raw}, from_ {static_cast<u64>(raw->index)} {}
    SeqRows(const SeqRows&) = delete;
    SeqRows& operator=(const SeqRows&) = delete;

    /// The first row that is wanted: a walk by `row_at` can begin there.
    u64 position() const { return from_; }

    /// Prints the next row by `print(SeqFile&)`, if the reader does not have it yet. Returns whether to go on: false if
    /// no more rows fit.
    ///
    /// # Context
    /// That of the walk.
    template <class Print> KEEL_INLINE bool row(Print print) { return row_at(next_++, print); }

    /// Prints row number `at`; numbers grow from row to row, with gaps or without. The greatest u64 is no row.
    template <class Print> KEEL_INLINE bool row_at(u64 at, Print print)
    {
        if (at < from_)
            return true;
        if (is_full_ || at == ~u64 {0})
            return false;
        const usize before = raw_->count;
        SeqFile out(raw_);
        print(out);
        if (out.has_overflowed()) [[unlikely]] {
            // What is whole is given to the reader. If nothing is, the kernel comes again with a larger buffer.
            is_full_ = true;
            if (before != 0)
                raw_->count = before;
            return false;
        }
        raw_->index = static_cast<loff_t>(at);
        return true;
    }

    /// Prints a row for each of `rows`, by `print(SeqFile&, row)`. Returns whether to go on.
    template <class Rows, class Print> KEEL_INLINE bool each(Rows& rows, Print print)
    {
        for (auto& each : rows)
            if (!row([&](SeqFile& out) __attribute__((always_inline)) { print(out, each); }))
                return false;
        return true;
    }

private:
    bindings::seq_file* raw_;
    u64 from_;
    u64 next_ = 0;
    bool is_full_ = false;
};

} // namespace keel::fs
