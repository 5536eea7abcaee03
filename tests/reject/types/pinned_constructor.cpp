// SPDX-License-Identifier: GPL-2.0
// rustc: none, self-references cannot be written
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Buffer {
public:
    Buffer() : bytes_ {}, used_ {bytes_} {} // expect-error: the object keeps a borrow of itself [keel-pinned]
    usize len() const { return used_.len() + bytes_.len(); }

private:
    Array<u8, 16> bytes_;
    Span<u8> used_;
};
