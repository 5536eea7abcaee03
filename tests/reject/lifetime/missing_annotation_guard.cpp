// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

class Channel {
public:
    Mutex<u32>::Guard hold() const { return turn_.lock(); } // expect-error: [keel-return-unbound]

private:
    Mutex<u32> turn_;
};
