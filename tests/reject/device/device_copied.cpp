// SPDX-License-Identifier: GPL-2.0
// A device is kept by an ARef, which counts.
#include <keel/device/device.hpp>
using namespace keel;
void caller(const Device& device) { Device kept = device; } // expect-error: deleted
