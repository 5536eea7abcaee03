// SPDX-License-Identifier: GPL-2.0
// A number is not an errno until someone says what it is.
#include <keel/core/error.hpp>
using namespace keel;

Error caller() { return -5; } // expect-error: no viable conversion
