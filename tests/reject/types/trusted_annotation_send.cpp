// SPDX-License-Identifier: GPL-2.0
// rustc: E0200
#include <keel/prelude.hpp>

using namespace keel;

struct KEEL_SEND Handle { // expect-error: 'keel.send' is a promise that nothing verifies: only the library makes it [keel-trusted-annotation]
    int number;
};
