// SPDX-License-Identifier: GPL-2.0
// A format that is not a literal could come from anywhere.
#include <keel/core/print.hpp>
void caller(const char* text) { pr_info(text); } // expect-error: no matching function for call to 'emit'
