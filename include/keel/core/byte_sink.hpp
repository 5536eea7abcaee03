// SPDX-License-Identifier: GPL-2.0
// A buffer of the kernel that an operation fills.
#pragma once

#include <keel/core/span.hpp>

namespace keel {

/// Room for bytes that go to user space: counts what was written, so that nothing else goes there.
///
/// # Lifetime
/// Borrowed for the length of one operation.
/// # Invariants
/// at_ has room for room_ bytes, or is null: then bytes are only counted.
class KEEL_NOT_SEND KEEL_NOT_SYNC ByteSink {
public:
    /// # Safety
    /// `room` is nobody else's as long as this lives.
    KEEL_UNSAFE_FUNCTION explicit ByteSink(Span<u8> room) : at_ {room.data()}, room_ {room.len()} {}
    ByteSink(const ByteSink&) = delete;
    ByteSink& operator=(const ByteSink&) = delete;

    /// How many more bytes there is room for.
    KEEL_ANY_CONTEXT usize room() const { return room_; }
    /// How many were written.
    KEEL_ANY_CONTEXT usize len() const { return len_; }

    /// Adds as many of `bytes` as there is room for.
    KEEL_ANY_CONTEXT void write(Span<const u8> bytes)
    {
        const usize n = min(bytes.len(), room_);
        UNSAFE("n bytes are in both, which do not overlap: the room is nobody else's")
        {
            if (at_) {
                __builtin_memcpy(at_, bytes.data(), n);
                at_ += n;
            }
        }
        room_ -= n;
        len_ += n;
    }

    /// Adds what `whole` has from `offset` on, as far as there is room: all that a read of fixed bytes has to do.
    KEEL_ANY_CONTEXT void write_from(Span<const u8> whole, loff_t offset)
    {
        if (offset >= 0 && static_cast<u64>(offset) < whole.len())
            write(whole.from(static_cast<usize>(offset)));
    }

private:
    u8* at_;
    usize room_;
    usize len_ = 0;
};

} // namespace keel
