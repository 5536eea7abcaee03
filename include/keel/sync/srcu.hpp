// SPDX-License-Identifier: GPL-2.0
// Read sections that may sleep, and waiting for those that are open.
// C header: include/linux/srcu.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/init.hpp>

namespace keel {

/// A domain of read sections in which readers may sleep: who waits, waits for the readers of this domain only.
///
///     .users = Srcu::start(init)
///     ...
///     const auto section = users.read();
///
/// # Invariants
/// live_ exactly while raw_ is an initialised domain.
class KEEL_SEND KEEL_SYNC Srcu {
public:
    /// An open read section.
    class [[nodiscard]] KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC Guard {
    public:
        Guard(const Guard&) = delete;
        Guard& operator=(const Guard&) = delete;
        KEEL_ANY_CONTEXT KEEL_INLINE ~Guard()
        {
            UNSAFE("entered with this index: the constructor") { bindings::srcu_read_unlock(&domain_.raw_, index_); }
        }

    private:
        friend Srcu;
        KEEL_ANY_CONTEXT KEEL_INLINE explicit Guard(const Srcu& domain KEEL_LIFETIME_BOUND) : domain_ {domain}
        {
            UNSAFE("an initialised domain: read()") { index_ = bindings::srcu_read_lock(&domain.raw_); }
        }

        const Srcu& domain_;
        int index_;
    };

    Srcu(const Srcu&) = delete;
    Srcu& operator=(const Srcu&) = delete;

    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: ENOMEM.
    template <class T> KEEL_MAY_SLEEP static Srcu start(Init<T>& init)
    {
        return Srcu([&init](Error error) { init.fail(error); });
    }

    KEEL_MAY_SLEEP ~Srcu()
    {
        UNSAFE("no reader is left, because readers borrow this")
        {
            if (live_)
                bindings::cleanup_srcu_struct(&raw_);
        }
    }

    /// Opens a read section, which ends with the guard.
    ///
    /// # Context
    /// Any but NMI; the section may sleep where its caller may.
    KEEL_ANY_CONTEXT KEEL_INLINE Guard read() const KEEL_LIFETIME_BOUND { return Guard(*this); }

    /// Waits until all sections of this domain that are open now have ended.
    ///
    /// # Context
    /// May sleep. Not in a section of this domain.
    KEEL_MAY_SLEEP void synchronize() const
    {
        UNSAFE("an initialised domain: nobody has a Srcu that failed") { bindings::synchronize_srcu(&raw_); }
    }

private:
    template <class Fail> KEEL_MAY_SLEEP explicit Srcu(Fail fail)
    {
        int code;
        UNSAFE("raw_ is at its final address: a Srcu cannot be moved") { code = bindings::init_srcu_struct(&raw_); }
        live_ = code == 0;
        if (!live_)
            fail(Error::from_errno(code));
    }

    mutable bindings::srcu_struct raw_;
    bool live_;
};

} // namespace keel
