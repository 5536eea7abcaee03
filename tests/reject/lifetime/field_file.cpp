// SPDX-License-Identifier: GPL-2.0
// The file of an open call is lent for the call.
// rustc: E0106
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    const fs::File& file; // expect-error: [keel-borrow-field]
};
