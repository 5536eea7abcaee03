// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

class Channel {
public:
    void schedule() const
    {
        later::queue([this] { rescan(); }); // expect-error: [keel-borrow-escapes]
    }
    void rescan() const;
};
