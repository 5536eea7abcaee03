// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

class Queue {
public:
    KEEL_STABLE void clear() { values_.clear(); } // expect-error: 'keel.stable' is a promise that nothing verifies [keel-trusted-annotation]

private:
    Vec<int> values_;
};
