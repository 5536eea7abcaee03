// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

class Session {
public:
    void start() const
    {
        later::queue([this] { (void)size_; }); // expect-error: this closure is kept after the call, and captures a borrow [keel-borrow-escapes]
    }

private:
    usize size_ = 0;
};
