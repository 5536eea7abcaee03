// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    bindings::mutex raw; // expect-error: [keel-bindings-reach]
};
