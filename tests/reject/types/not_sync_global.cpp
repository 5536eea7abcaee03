// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

struct Counter {
    constexpr Counter() = default;
    void hit() const { hits_++; }

private:
    mutable int hits_ = 0; // expect-error: mutable
};

extern const Counter counter;
constinit const Counter counter; // expect-error: every thread can reach 'counter', which is not Sync: field 'hits_' of 'Counter' is mutable [keel-not-sync]
