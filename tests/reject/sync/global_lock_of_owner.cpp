// SPDX-License-Identifier: GPL-2.0
// Nobody would destroy it: what owns memory is in the value of the module.
#include <keel/prelude.hpp>
using namespace keel;
static const Mutex<Vec<u32>> items; // expect-error: declaration requires an exit-time destructor
bool caller() { return items.lock()->is_empty(); }
