// SPDX-License-Identifier: GPL-2.0
#include <keel/core/ratelimit.hpp>

namespace keel::print {

bool SiteLimit::allows(const char* function)
{
    Stage stage = __atomic_load_n(&stage_, __ATOMIC_ACQUIRE);
    if (stage == untouched) {
        if (!__atomic_compare_exchange_n(&stage_, &stage, in_preparation, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
            return true;
        UNSAFE("untouched before, and only who moved it to in_preparation is here")
        {
            bindings::ratelimit_state_init(&state_, bindings::DEFAULT_RATELIMIT_INTERVAL,
                                           bindings::DEFAULT_RATELIMIT_BURST);
        }
        __atomic_store_n(&stage_, ready, __ATOMIC_RELEASE);
    } else if (stage == in_preparation) {
        // Another processor prepares it at this moment: one message more than the limit does no harm.
        return true;
    }
    UNSAFE("it was prepared") { return bindings::___ratelimit(&state_, function) != 0; }
}

} // namespace keel::print
