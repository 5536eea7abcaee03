// SPDX-License-Identifier: GPL-2.0
#include <keel/core/option.hpp>
using namespace keel;

int caller(Option<int> found) { return found; } // expect-error: no viable conversion
