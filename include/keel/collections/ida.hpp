// SPDX-License-Identifier: GPL-2.0
// Small unique numbers: minors, instance numbers, tags.
// C header: include/linux/idr.h
#pragma once

#include <bindings/collections.hpp>
#include <keel/alloc/gfp.hpp>
#include <keel/core/result.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// Gives out the smallest number that is not in use. `Tag` is any type, one for each kind of number: numbers of two
/// kinds do not mix.
///
///     Ida<struct Minor> minors;
///     Ida<struct Minor>::Id minor = TRY(minors.alloc(0, 255, GFP_KERNEL));
///     ...
///     minors.free(move(minor));
///
/// # Context
/// It has a lock of its own, with interrupts off: any.
/// # Invariants
/// raw_ is an initialised ida at a fixed address.
template <class Tag> class KEEL_SEND KEEL_SYNC Ida {
public:
    /// A number in use. It is given back by `free`, once: freeing is a move. One that is dropped stays in use.
    class [[nodiscard]] Id {
    public:
        Id(Id&& other) : value_ {other.value_} {}
        Id& operator=(Id&& other)
        {
            value_ = other.value_;
            return *this;
        }

        u32 value() const { return value_; }

    private:
        friend Ida;
        explicit Id(u32 value) : value_ {value} {}

        u32 value_;
    };

    Ida()
    {
        UNSAFE("raw_ is at its final address: an Ida cannot be moved") { bindings::ida_init(&raw_); }
    }
    Ida(const Ida&) = delete;
    Ida& operator=(const Ida&) = delete;
    ~Ida()
    {
        UNSAFE("nobody else uses an object that ends") { bindings::ida_destroy(&raw_); }
    }

    /// The smallest number from `least` to `greatest` that is not in use.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOSPC: all are in use, or there are none. ENOMEM: no memory.
    template <GfpFlags Flags> Result<Id> alloc(u32 least, u32 greatest, Flags) const
    {
        // The kernel's function returns numbers as a non-negative int.
        constexpr u32 limit = 0x7fff'ffff;
        if (least > min(greatest, limit))
            return ENOSPC;
        UNSAFE("an initialised ida: invariant")
        {
            const int id = bindings::ida_alloc_range(&raw_, least, min(greatest, limit), Flags::bits);
            if (id < 0) [[unlikely]]
                return Error::from_errno(id);
            return Id(static_cast<u32>(id));
        }
    }

    /// Gives a number back. One of another Ida of this Tag is reported in the log, if it is not in use here.
    KEEL_ANY_CONTEXT void free(Id id) const
    {
        UNSAFE("an initialised ida: invariant") { bindings::ida_free(&raw_, id.value_); }
    }

    /// Whether no number is in use.
    KEEL_ANY_CONTEXT bool is_empty() const
    {
        UNSAFE("an initialised ida: invariant") { return bindings::ida_is_empty(&raw_); }
    }

private:
    mutable bindings::ida raw_;
};

} // namespace keel
