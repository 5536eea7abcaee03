// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Cursor {
public:
    explicit Cursor(Span<const u8> rest KEEL_LIFETIME_BOUND) : rest_ {rest} {}
    u8 peek() const { return rest_[0]; }

private:
    Span<const u8> rest_;
};
Vec<u8> receive();
u8 first()
{
    Cursor cursor(receive()); // expect-error: temporary
    return cursor.peek();
}
