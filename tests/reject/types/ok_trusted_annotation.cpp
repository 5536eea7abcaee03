// SPDX-License-Identifier: GPL-2.0
// Promises that take something away, and those that are verified.
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_NOT_SEND KEEL_NOT_SYNC Local {
    int number;
};

struct KEEL_VIEW Shown {
    Span<const int> values;
};

KEEL_MAY_SLEEP inline int slow(const Local& local) { return local.number; }
