// SPDX-License-Identifier: GPL-2.0
// An object that will be shared, and is not yet: it can still be changed.
#pragma once

#include <keel/core/option.hpp>
#include <keel/sync/arc.hpp>

namespace keel {

/// The only owner of a T in memory of an Arc: to be filled, then shared without allocating again.
///
///     auto session = TRY(UniqueArc<Session>::create(GFP_KERNEL));
///     session->name = TRY(CString::create(name, GFP_KERNEL));
///     Arc<Session> shared = move(session).share();
///
/// Using an empty (moved-from) UniqueArc traps.
///
/// # Invariants
/// arc_ is empty, or the only owner.
template <class T> class [[nodiscard]] KEEL_OWNER KEEL_SEND_IF_SEND KEEL_SYNC_IF_SYNC UniqueArc {
public:
    /// A T made of `args`.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory.
    template <GfpFlags Flags, class... Args> static Result<UniqueArc> create(Flags flags, Args&&... args)
    {
        return UniqueArc(TRY(Arc<T>::create(flags, forward<Args>(args)...)));
    }

    /// A T that `make(init)` builds in place.
    ///
    /// # Context
    /// May sleep if the flags may.
    /// # Errors
    /// ENOMEM: no memory. Otherwise what a part recorded in its Init.
    template <GfpFlags Flags, class Make> static Result<UniqueArc> init(Flags flags, Make make)
    {
        return UniqueArc(TRY(Arc<T>::init(flags, make)));
    }

    /// The object of `arc`, if that was its last owner; otherwise one owner less.
    static Option<UniqueArc> from_last(Arc<T> arc)
    {
        static_assert(!WeaklyReferable<T>, "a Weak could make a second owner of what is changed");
        detail::Shared<T>* shared = arc.checked();
        UNSAFE("one count is that of arc, which gives it up here")
        {
            arc.shared_ = nullptr;
            if (!bindings::refcount_dec_and_test(&shared->counts.owners))
                return none;
            bindings::refcount_set(&shared->counts.owners, 1);
        }
        return UniqueArc(Arc<T>(shared));
    }

    KEEL_AFTER_MOVE bool is_empty() const { return arc_.is_empty(); }

    KEEL_STABLE T& operator*() KEEL_LIFETIME_BOUND { return arc_.checked()->value; }
    const T& operator*() const KEEL_LIFETIME_BOUND { return arc_.checked()->value; }
    KEEL_STABLE T* operator->() KEEL_LIFETIME_BOUND { return &arc_.checked()->value; }
    const T* operator->() const KEEL_LIFETIME_BOUND { return &arc_.checked()->value; }

    /// Shares the object: from here on it is read-only.
    Arc<T> share() &&
    {
        arc_.checked();
        return move(arc_);
    }

    /// How Result<UniqueArc> keeps an owner or an errno in one register.
    void* into_niche() { return arc_.into_niche(); }
    KEEL_UNSAFE_FUNCTION static UniqueArc from_niche(void* raw) { return UniqueArc(Arc<T>::from_niche(raw)); }

private:
    explicit UniqueArc(Arc<T> arc) : arc_ {move(arc)} {}

    Arc<T> arc_;
};

} // namespace keel
