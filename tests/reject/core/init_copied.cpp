// SPDX-License-Identifier: GPL-2.0
#include <keel/core/init.hpp>
using namespace keel;
Init<int> caller(Init<int>& init) { return init; } // expect-error: deleted
