// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void rescan();
void arm() { later::every(10, &rescan); } // expect-error: [keel-atomic-context]
