// SPDX-License-Identifier: GPL-2.0
// A reference to what is gone before the module is.
#include <keel/prelude.hpp>

using namespace keel;

int& slot();
static int& kept = slot(); // expect-error: global 'kept' keeps a borrow, 'int &' [keel-borrow-global]
