// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

class Channel {
public:
    const u32& rate() const { return rate_; } // expect-error: [keel-return-unbound]

private:
    u32 rate_ = 0;
};
