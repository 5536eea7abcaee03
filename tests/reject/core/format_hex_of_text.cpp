// SPDX-License-Identifier: GPL-2.0
#include <keel/core/print.hpp>
void caller() { pr_info("{:x}\n", "text"); } // expect-error: only an integer can be printed as {:x}
