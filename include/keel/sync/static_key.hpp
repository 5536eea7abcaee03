// SPDX-License-Identifier: GPL-2.0
// A switch that is thrown seldom and looked at often: the code is patched, and looking costs one nop.
// C header: include/linux/jump_label.h
#pragma once

#include <bindings/sync.hpp>
#include <keel/core/unsafe.hpp>

namespace keel {

/// A switch of the module, under the name Tag; off at first.
///
///     struct Tracing;
///     using tracing = StaticKey<Tracing>;
///     ...
///     if (tracing::is_on())
///         record(packet);
///
/// The way that is taken while it is on is placed out of line.
template <class Tag> class StaticKey {
public:
    StaticKey() = delete;

    /// Whether it is on. No load and no test: a nop, which throwing the switch makes a jump.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT KEEL_INLINE static bool is_on()
    {
        UNSAFE("a static key of this module") { return bindings::static_branch(&key_); }
    }

    /// Throws the switch: patches all places that look at it, while all CPUs wait.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP static void enable()
    {
        UNSAFE("a static key of this module") { bindings::static_key_enable(&key_); }
    }
    KEEL_MAY_SLEEP static void disable()
    {
        UNSAFE("a static key of this module") { bindings::static_key_disable(&key_); }
    }

private:
    // Zero is off: STATIC_KEY_FALSE_INIT, whose only member this is.
    static inline constinit bindings::static_key key_ {};
};

} // namespace keel
