// SPDX-License-Identifier: GPL-2.0
// Ranges of a device's memory in the machine's address space.
// C header: include/linux/ioport.h
#pragma once

#include <bindings/mm.hpp>
#include <keel/alloc/page.hpp>
#include <keel/core/str.hpp>

namespace keel::mm {

/// How processors keep what they read from and write to a device.
enum class Caching : u8 {
    /// Not at all: each access reaches the device, in order.
    Uncached,
    /// Writes are put together: for memory without side effects, such as frame buffers.
    WriteCombining,
};

class IoRegion;

/// A page of an IoRegion: the answer to a fault there.
///
/// # Invariants
/// frame_ is the number of a page of a region that lives.
class KEEL_VIEW IoPage {
public:
    /// For the library: the number of the page in the machine's address space.
    unsigned long frame() const { return frame_; }

private:
    friend IoRegion;
    explicit IoPage(unsigned long frame) : frame_ {frame} {}

    unsigned long frame_;
};

/// A range of a device's memory that nobody else may claim as long as this lives: whole pages.
///
/// # Invariants
/// The range is claimed, unless len_ is 0 (moved from).
class [[nodiscard]] KEEL_SEND KEEL_SYNC IoRegion {
public:
    /// Nothing.
    constexpr IoRegion() : start_ {0}, len_ {0} {}
    IoRegion(IoRegion&& other) : start_ {other.start_}, len_ {other.len_} { other.len_ = 0; }
    IoRegion& operator=(IoRegion other)
    {
        swap(start_, other.start_);
        swap(len_, other.len_);
        return *this;
    }
    KEEL_MAY_SLEEP ~IoRegion()
    {
        if (len_ == 0)
            return;
        UNSAFE("claimed, and by us: invariant") { bindings::release_mem_region(start_, len_); }
    }

    /// Claims `len` bytes from the machine's address `start` on. The kernel's own memory cannot be claimed.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// EINVAL: no whole pages, none, or past the end. EBUSY: somebody has a part of it. ENOMEM is EBUSY, too.
    KEEL_MAY_SLEEP static Result<IoRegion> claim(u64 start, usize len, KEEL_ESCAPES CStr name)
    {
        if (len == 0 || (start | len) % Page::size != 0 || start + len < start)
            return EINVAL;
        UNSAFE("the destructor releases it, and the name is a literal's: escapes")
        {
            if (!bindings::request_mem_region(start, len, name.as_ptr()))
                return EBUSY;
        }
        return IoRegion(start, len);
    }

    /// Where it is, in the machine's address space.
    KEEL_ANY_CONTEXT u64 start() const { return start_; }
    /// How many bytes it has.
    KEEL_ANY_CONTEXT usize len() const { return len_; }

    /// The page at `index`.
    ///
    /// # Errors
    /// EINVAL: there is none.
    KEEL_ANY_CONTEXT Result<IoPage> page(usize index) const KEEL_LIFETIME_BOUND
    {
        if (index >= len_ / Page::size)
            return EINVAL;
        return IoPage(static_cast<unsigned long>(start_ / Page::size + index));
    }

private:
    IoRegion(u64 start, usize len) : start_ {start}, len_ {len} {}

    u64 start_;
    usize len_;
};

} // namespace keel::mm
