// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Cursor {
public:
    explicit Cursor(Span<const u8> rest KEEL_LIFETIME_BOUND) : rest_ {rest} {}
    u8 peek() const { return rest_[0]; }

private:
    Span<const u8> rest_;
};
Cursor begin()
{
    Array<u8, 8> header {};
    return Cursor(header); // expect-error: [keel-dangling]
}
