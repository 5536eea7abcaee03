// SPDX-License-Identifier: GPL-2.0
// The view of a claimed port stays in the function that asked for it.
#include <keel/parport/device.hpp>
#include <keel/parport/driver.hpp>
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
struct Toy;
struct Kept {
    parport::Claimed port; // expect-error: [keel-borrow-field]
};
