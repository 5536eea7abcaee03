// SPDX-License-Identifier: GPL-2.0
// The device goes while the session keeps its pointer: a counted reference is ARef.
#include <keel/device/device.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Session {
    const Device* device; // expect-error: [keel-borrow-field]
};
