// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

class Channel {
public:
    Channel() : rate_ {0} {} // expect-error: [keel-uninit]
    u32 speed() const { return rate_ * lanes_; }

private:
    u32 rate_;
    u32 lanes_;
};
