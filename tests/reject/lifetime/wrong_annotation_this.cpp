// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

class Channel {
public:
    const u32& rate(const u32& fallback KEEL_LIFETIME_BOUND) const
    {
        if (rate_ == 0)
            return fallback;
        return rate_; // expect-error: [keel-return-unbound]
    }

private:
    u32 rate_ = 0;
};
