// SPDX-License-Identifier: GPL-2.0
#include <keel/core/print.hpp>
void caller() { pr_info("{}\n", 1, 2); } // expect-error: there are more values than {} in the format
