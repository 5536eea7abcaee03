// SPDX-License-Identifier: GPL-2.0
// Views of something else, next to owners; indices instead of self-references.
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Parser {
public:
    explicit Parser(Span<const u8> input KEEL_LIFETIME_BOUND) : token_ {}, rest_ {input}, all_ {rest_} {}

    void skip(usize n)
    {
        rest_ = rest_.from(n);
        all_ = rest_;
        used_ = token_.len();
    }
    void restart() { rest_ = all_; }
    Span<const u8> token() const KEEL_LIFETIME_BOUND { return token_.first(used_); }

private:
    Array<u8, 16> token_;
    Span<const u8> rest_;
    Span<const u8> all_;
    usize used_ = 0;
};

usize parse(const Vec<u8>& input)
{
    Parser parser(input);
    Parser copy = parser;
    parser.skip(1);
    copy = parser;
    Span<const u8> part = input;
    part = part.from(1);
    return part.len() + copy.token().len();
}
