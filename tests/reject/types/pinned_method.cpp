// SPDX-License-Identifier: GPL-2.0
// rustc: E0521
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Parser {
public:
    explicit Parser(Span<const u8> input) : token_ {}, rest_ {input} {}
    void reset() { rest_ = token_.first(4); } // expect-error: the object keeps a borrow of itself [keel-pinned]
    usize left() const { return rest_.len(); }

private:
    Array<u8, 16> token_;
    Span<const u8> rest_;
};
