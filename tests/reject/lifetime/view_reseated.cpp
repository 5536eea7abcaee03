// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Cursor {
public:
    explicit Cursor(Span<const u8> rest KEEL_LIFETIME_BOUND) : rest_ {rest} {}
    u8 peek() const { return rest_[0]; }

private:
    Span<const u8> rest_;
};
u8 last_header(const Array<u8, 4>& fallback)
{
    Cursor cursor(fallback);
    {
        Array<u8, 4> header {};
        cursor = Cursor(header); // expect-error: [keel-dangling]
    }
    return cursor.peek();
}
