// SPDX-License-Identifier: GPL-2.0
// A const member function of a view. rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

class KEEL_VIEW Registers {
public:
    explicit Registers(Span<u32> words) : words_ {words} {}
    void write(usize i, u32 value) const { words_[i] = value; } // expect-error: through a const view of type 'Span<u32>' [keel-view-mutability]
    u32 read(usize i) const { return words_[i]; }

private:
    Span<u32> words_;
};
