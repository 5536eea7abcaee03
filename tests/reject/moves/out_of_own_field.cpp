// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

class Channel {
public:
    Box<u32> take_slot()
    {
        return move(slot_); // expect-error: [keel-move-from-borrow]
    }

private:
    Box<u32> slot_;
};
