// SPDX-License-Identifier: GPL-2.0
// Files wait in it.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
void caller(cdev::Minor& minor) { cdev::Minor other = move(minor); } // expect-error: deleted
