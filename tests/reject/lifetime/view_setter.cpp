// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Cursor {
public:
    void set(Span<u32> rest) { rest_ = rest; }
    u32 peek() const { return rest_[0]; }

private:
    Span<u32> rest_;
};
u32 inner()
{
    Cursor cursor;
    {
        Array<u32, 2> samples {1, 2};
        cursor.set(samples.span()); // expect-error: [keel-dangling]
    }
    return cursor.peek();
}
