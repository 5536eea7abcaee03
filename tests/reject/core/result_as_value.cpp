// SPDX-License-Identifier: GPL-2.0
// A Result is not its value: it has to be looked at first.
#include <keel/core/result.hpp>
using namespace keel;

Result<int> count() { return 3; }
int caller() { return count(); } // expect-error: no viable conversion
