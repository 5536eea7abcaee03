// SPDX-License-Identifier: GPL-2.0
#include <keel/core/option.hpp>
using namespace keel;

Option<int> find() { return none; }
void caller() { find(); } // expect-error: ignoring return value
