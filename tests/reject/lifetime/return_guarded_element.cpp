// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

struct State { Vec<u8> text; };
class Channel {
public:
    Span<u8> text() const KEEL_LIFETIME_BOUND
    {
        auto s = state_.lock();
        return s->text.span(); // expect-error: [keel-dangling]
    }

private:
    Mutex<State> state_;
};
