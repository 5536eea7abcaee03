// SPDX-License-Identifier: GPL-2.0
// A guard borrows its lock. rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

class State {
public:
    Result<Mutex<int>::Guard> lock() const { return count_.lock_interruptible(); } // expect-error: and does not say of what [keel-return-unbound]

private:
    Mutex<int> count_;
};
