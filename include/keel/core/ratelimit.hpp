// SPDX-License-Identifier: GPL-2.0
// How often one place in the source may speak.
// C headers: include/linux/ratelimit.h, include/linux/once_lite.h
#pragma once

#include <bindings/core.hpp>
#include <keel/core/attributes.hpp>
#include <keel/core/unsafe.hpp>

namespace keel::print {

/// The count of one place that is rate limited, prepared when it is first reached: the kernel's own initialiser is a
/// macro that differs between configurations. Zeroed memory is one.
class SiteLimit {
public:
    /// Whether `function` may speak now.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT [[gnu::cold, gnu::noinline]] bool allows(const char* function);

private:
    enum Stage : unsigned char { untouched, in_preparation, ready };

    bindings::ratelimit_state state_ {};
    Stage stage_ {untouched};
};

/// Whether the place that `Site`, a lambda of its own, stands for may speak now.
template <class Site> KEEL_ANY_CONTEXT bool within_rate(Site, const char* function)
{
    static constinit SiteLimit limit;
    return limit.allows(function);
}

/// Whether the place that `Site` stands for is reached for the first time.
template <class Site> KEEL_ANY_CONTEXT KEEL_INLINE bool first_time(Site)
{
    static constinit bool reached = false;
    if (__atomic_load_n(&reached, __ATOMIC_RELAXED)) [[likely]]
        return false;
    return !__atomic_exchange_n(&reached, true, __ATOMIC_RELAXED);
}

} // namespace keel::print
